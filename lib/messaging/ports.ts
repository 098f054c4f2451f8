/** Names of the Ports over which windows watch the background. */

/** The thread of one tab. */
export const THREAD_PORT = 'thread';
/** The player. There is one, whatever the tab. */
export const PLAYER_PORT = 'player';
/** The description of one tab's pictures. */
export const PICTURES_PORT = 'pictures';
/** The choice of a region in one tab. */
export const CHOOSER_PORT = 'chooser';
