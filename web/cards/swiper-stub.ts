/** adaptivecards needs swiper for carousels only, which this widget never shows; it would nearly double the chunk. */
export default null;
export const A11y = null;
export const Autoplay = null;
export const History = null;
export const Keyboard = null;
export const Navigation = null;
export const Pagination = null;
export const Scrollbar = null;
