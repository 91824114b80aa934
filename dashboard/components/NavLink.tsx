import { useLocation } from '@solidjs/router';
import type { JSX } from 'solid-js';

/** A link of the navigation: says that it is the page where one is. Pages below it count as it, unless it is the first page. */
export function NavLink(props: { to: string; children: JSX.Element }) {
  const location = useLocation();
  const path = () => props.to.split('?')[0]!;
  const here = () => location.pathname === path() || (path() !== '/' && location.pathname.startsWith(`${path()}/`));
  return (
    <a href={props.to} aria-current={here() ? 'page' : undefined}>
      {props.children}
    </a>
  );
}
