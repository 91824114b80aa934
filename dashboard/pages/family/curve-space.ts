/** Pixels of the curve's picture: apart from its drawing, so that whoever reads it need not load the charts. */
export const CURVE_HEIGHT = 320;
export const CURVE_MARGINS = { left: 52, right: 76, top: 16, bottom: 48 };
