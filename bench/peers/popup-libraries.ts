/** The libraries that the popup cannot do without, and of each only what it uses. */
import { createContext, render } from 'preact';
import { useCallback, useContext, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Fragment, jsx, jsxs } from 'preact/jsx-runtime';
import browser from 'webextension-polyfill';

const hooks = { useCallback, useContext, useEffect, useLayoutEffect, useRef, useState };
Object.assign(globalThis, { createContext, render, Fragment, jsx, jsxs, ...hooks, browser });
