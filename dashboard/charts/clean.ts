// Charts: how figures are drawn. Each goes through Figure, with a heading, words and a table of the same rows.

/**
 * Makes what Plot drew fit for the page: its <style> breaks a strict content security policy, and its labels on groups without
 * a role break ARIA (observablehq/plot#1760). The wrapper names the picture instead.
 */
export function clean<T extends Element>(drawn: T): T {
  for (const style of drawn.querySelectorAll('style')) style.remove();
  for (const part of [drawn, ...drawn.querySelectorAll('*')]) {
    for (const name of ['aria-label', 'aria-description', 'role']) part.removeAttribute(name);
  }
  drawn.setAttribute('aria-hidden', 'true');
  return drawn;
}
