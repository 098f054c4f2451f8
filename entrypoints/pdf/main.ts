import { servePdfFrame } from '~/lib/pdf/serve-frame';

servePdfFrame();
