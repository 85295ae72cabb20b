/// <reference path="../../src/crypto/node-forge-lib.d.ts" />
/** The libraries that the background cannot do without, and of each only what it uses. */
import { DOMParser } from '@xmldom/xmldom';
import cipher from 'node-forge/lib/cipher.js';
import 'node-forge/lib/des.js';
import sha1 from 'node-forge/lib/sha1.js';
import util from 'node-forge/lib/util.js';
import browser from 'webextension-polyfill';

Object.assign(globalThis, { DOMParser, cipher, sha1, util, browser });
