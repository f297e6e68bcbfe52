import { createRoot } from 'react-dom/client';
import { followWidth } from '../ui/text-scale.ts';
import { App } from './app.tsx';
import { Providers } from './providers.tsx';
import './base.css';
import './form.css';
import './shell.css';

const root = document.getElementById('root');
if (!root) throw new Error('the page has no root');
followWidth();
createRoot(root).render(
  <Providers>
    <App />
  </Providers>,
);
