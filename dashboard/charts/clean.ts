/**
 * Makes what Plot drew fit for the page: its <style> breaks a strict content security policy, and its labels on groups without
 * a role break ARIA (observablehq/plot#1760), so the picture is hidden and its wrapper names it instead.
 */
export function clean<T extends Element>(drawn: T): T {
  for (const style of drawn.querySelectorAll('style')) style.remove();
  drawn.setAttribute('aria-hidden', 'true');
  return drawn;
}
