/** The widget's look for adaptivecards. It wants literal colours, so they are read from the page's theme. */
import { HostConfig } from 'adaptivecards';

export interface Palette {
  readonly text: string;
  readonly background: string;
  readonly accent: string;
}

const DANGER = '#a3211a';
const GOOD = '#1e6b34';
const WARNING = '#7a4a00';
const LINE = '#8c96a3';

export function hostConfig({ text, background, accent }: Palette): HostConfig {
  const colour = (value: string) => ({ default: value, subtle: value });
  const foregroundColors = {
    default: colour(text),
    dark: colour(text),
    light: colour(text),
    accent: colour(accent),
    attention: colour(DANGER),
    good: colour(GOOD),
    warning: colour(WARNING),
  };
  const plain = { backgroundColor: background, foregroundColors };
  const tinted = {
    ...plain,
    backgroundColor: '#f3f5f7',
    foregroundColors: { ...foregroundColors, default: colour('#1b1b1b') },
  };
  const label = { color: 'default', size: 'default', weight: 'bolder', isSubtle: false };
  return new HostConfig({
    fontFamily: 'inherit',
    fontSizes: { small: 14, default: 16, medium: 17, large: 19, extraLarge: 22 },
    fontWeights: { lighter: 400, default: 400, bolder: 600 },
    lineHeights: { small: 20, default: 24, medium: 25, large: 27, extraLarge: 30 },
    spacing: { small: 4, default: 10, medium: 14, large: 18, extraLarge: 24, padding: 10 },
    separator: { lineThickness: 1, lineColor: LINE },
    supportsInteractivity: true,
    textBlock: { headingLevel: 3 },
    containerStyles: {
      default: plain,
      emphasis: tinted,
      accent: tinted,
      good: tinted,
      attention: tinted,
      warning: tinted,
    },
    inputs: {
      label: {
        inputSpacing: 'small',
        requiredInputs: { ...label, suffix: ' *', suffixColor: 'attention' },
        optionalInputs: label,
      },
      errorMessage: { color: 'attention', size: 'default', weight: 'bolder', spacing: 'small' },
    },
    actions: {
      maxActions: 100,
      spacing: 'default',
      buttonSpacing: 8,
      actionsOrientation: 'vertical',
      actionAlignment: 'stretch',
      allowTitleToWrap: true,
      showCard: { actionMode: 'inline', inlineTopMargin: 8, style: 'emphasis' },
    },
    factSet: {
      title: { ...label, wrap: true, maxWidth: 140 },
      value: { ...label, weight: 'default', wrap: true },
      spacing: 12,
    },
  });
}
