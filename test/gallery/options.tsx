import { App } from '../../options/App.tsx';
import { show } from './show.tsx';

show(App);
