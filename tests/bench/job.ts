// One job in a process of its own, so that its peak memory is its own: `job.ts NAME JSON` prints JSON.
import { writeFileSync } from 'node:fs';
import { jobs } from './jobs.ts';

const [name, input, output] = process.argv.slice(2) as [string, string, string];
const result = await jobs[name]!(JSON.parse(input));
// On Linux in kilobytes, and Node makes it so elsewhere.
const peakMb = Math.round(process.resourceUsage().maxRSS / 1024);
writeFileSync(output, JSON.stringify({ ...result, peakMb }));
process.exit();
