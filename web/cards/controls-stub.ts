/** In the place of adaptivecards' pop-up menu, which is never opened here. */
export const PopupMenu = null;
export const MenuItem = null;
