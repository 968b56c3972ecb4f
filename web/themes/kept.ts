/** Dark is for a booth, daylight for one in the sun. */
export type ThemeName = 'dark' | 'daylight';

/** Where a device keeps its theme. */
export const THEME_KEY = 'showfloor.theme';

/** What this device chose. */
export function keptTheme(storage: () => Storage): ThemeName {
  try {
    return storage().getItem(THEME_KEY) === 'daylight' ? 'daylight' : 'dark';
  } catch {
    // Where storage is forbidden (private windows) nothing was kept.
    return 'dark';
  }
}

/** On the page, and on the browser's own frame around it. */
export function wearTheme(theme: ThemeName): void {
  const root = document.documentElement;
  root.dataset['theme'] = theme;
  const frame = getComputedStyle(root).getPropertyValue('--floor').trim();
  document.querySelector('meta[name="theme-color"]')?.setAttribute('content', frame);
}
