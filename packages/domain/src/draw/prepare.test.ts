import { expect, test } from 'vitest';
import {
  before,
  chief,
  clerk,
  decided,
  drawSetup,
  drawStratum,
  openAt,
  prepareCommand,
} from '../../test/draw-example.ts';
import { prepareDraw, refuse } from '../index.ts';

test('a draw takes the number after the bureau’s last, dice first and then one source for each witness', () => {
  const event = decided(prepareDraw(prepareCommand({ lastDrawNo: 6 }), clerk, before));
  expect(event.drawNo).toBe(7);
  expect(event.sources.map((source) => [source.kind, source.by])).toEqual([
    ['dice', 'hall'],
    ['witness', 'P1'],
    ['witness', 'P2'],
  ]);
});

test('only the operator whom the policy names prepares a draw', () => {
  expect(prepareDraw(prepareCommand(), chief, before)).toEqual(
    refuse({ code: 'not-the-operator', operator: 'legalClerk' }),
  );
  const bySection = prepareCommand({ setup: drawSetup({ operatorRole: 'sectionChief' }) });
  expect(prepareDraw(bySection, chief, before).ok).toBe(true);
});

test('a task that is already drawing gets no second draw', () => {
  expect(prepareDraw(prepareCommand({ taskStatus: 'drawing' }), clerk, before)).toEqual(
    refuse({ code: 'task-not-ready', status: 'drawing' }),
  );
});

test('one witness is too few', () => {
  const witnesses = prepareCommand().witnesses.slice(0, 1);
  expect(prepareDraw(prepareCommand({ witnesses }), clerk, before)).toEqual(
    refuse({ code: 'witnesses-too-few', least: 2 }),
  );
});

test('no policy goes below two inspectors a visit (行政处罚法第四十二条)', () => {
  const setup = drawSetup({ strata: [drawStratum({ seats: [{ needs: [] }] })] });
  expect(prepareDraw(prepareCommand({ setup }), clerk, before)).toEqual(refuse({ code: 'team-too-small', seats: 1 }));
});

test('the opening lies in the future', () => {
  expect(prepareDraw(prepareCommand(), clerk, openAt)).toEqual(refuse({ code: 'opening-not-in-future', openAt }));
});
