export { readOutline } from './readOutline';
