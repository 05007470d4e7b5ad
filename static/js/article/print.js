/** @file Paper is white: what is printed takes the light theme, whatever the screen has. */

export function printInLight() {
  const root = document.documentElement;
  let theme = root.dataset.theme;
  window.addEventListener('beforeprint', () => {
    theme = root.dataset.theme;
    root.dataset.theme = 'light';
  });
  window.addEventListener('afterprint', () => {
    root.dataset.theme = theme;
  });
}
