import '@vscode-elements/elements/dist/vscode-button/index.js';
import '@vscode-elements/elements/dist/vscode-icon/index.js';
import '@vscode-elements/elements/dist/vscode-textfield/index.js';
import '@vscode-elements/elements/dist/vscode-toolbar-button/index.js';
import type { PanelLabels } from '../core/panel/labels';
import { ArgumentsPage, type Host } from './argumentsPage';

declare function acquireVsCodeApi(): Host;

const labels = JSON.parse(document.getElementById('labels')?.textContent ?? '{}') as PanelLabels;
const root = document.getElementById('page');
if (root) new ArgumentsPage(acquireVsCodeApi(), root, labels);
