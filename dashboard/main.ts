import './styles/index.css';
import { askForFirst } from './ahead.ts';
import { guardMarkup } from './markup.ts';

guardMarkup();
// What the first page needs is asked for while the app's own code, which the document names beside this, is still on its way.
askForFirst(location);
void import('./start.tsx');
