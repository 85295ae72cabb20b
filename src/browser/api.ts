import browserApi from 'webextension-polyfill';

export { browserApi };
