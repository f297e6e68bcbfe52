/** The image library, set for a process that must stay small: nothing kept, one thread, only what is a scan. */
import sharp from 'sharp';

sharp.cache(false);
sharp.concurrency(1);
// What a file says it is decides which decoder gets it, so those that no scan needs (SVG, PDF, fonts …) stay shut.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: [
    'VipsForeignLoadJpeg',
    'VipsForeignLoadPng',
    'VipsForeignLoadTiff',
    'VipsForeignLoadWebp',
    'VipsForeignLoadNsgif',
  ],
});

export { sharp };
