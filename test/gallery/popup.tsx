import { App } from '../../popup/App.tsx';
import { show } from './show.tsx';

show(App);
