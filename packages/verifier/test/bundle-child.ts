import { createHash } from 'node:crypto';
import { bundleOf, publicPartOf } from '../src/bundle/bundle.ts';
import { vector } from './vector.ts';

/** Another process, another day, another time zone and language: prints the hashes of a vector's two bundles. */
const files = vector(process.argv[2] ?? '');
const hashes = [bundleOf(files), bundleOf(publicPartOf(files, true))].map((zip) =>
  createHash('sha256').update(zip).digest('hex'),
);
process.stdout.write(hashes.join(' '));
