import { byId } from './dom.ts';
import { icon } from './icons.ts';

const key = 'theme';
const light = matchMedia('(prefers-color-scheme: light)');

/** Dark or light as the system says, until one chooses with the button; the choice is remembered. */
export function startTheme(): void {
  const button = byId('theme');
  const apply = () => {
    const isLight = (localStorage.getItem(key) ?? (light.matches ? 'light' : 'dark')) === 'light';
    document.documentElement.dataset.theme = isLight ? 'light' : 'dark';
    byId('messages').toggleAttribute('light-theme', isLight);
    button.replaceChildren(icon(isLight ? 'moon' : 'sun'));
    button.setAttribute('aria-label', isLight ? 'Use the dark theme' : 'Use the light theme');
  };
  button.addEventListener('click', () => {
    localStorage.setItem(key, document.documentElement.dataset.theme === 'light' ? 'dark' : 'light');
    apply();
  });
  light.addEventListener('change', apply);
  apply();
}
