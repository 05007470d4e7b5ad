/** The networks that the article's page carries, read from its template. */

import { readFileSync } from 'node:fs';

import { readNetworks } from '../../../static/js/article/networks.js';

const template = readFileSync(new URL('../../../templates/article/data/networks.html', import.meta.url), 'utf8');

export const NETWORKS = readNetworks(template.slice(template.indexOf('networks = ') + 'networks = '.length, template.lastIndexOf('}') - 1));
