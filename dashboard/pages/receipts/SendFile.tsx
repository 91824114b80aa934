import { A } from '@solidjs/router';
import { createSignal, onCleanup, Show } from 'solid-js';
import { me } from '../../api/session.ts';
import type { Extract } from '../../api/shapes.ts';
import { counted, landed, outcomeOf, send } from '../../api/upload.ts';
import { announce } from '../../components/announce.ts';
import { Choice } from '../../components/Choice.tsx';
import { Given } from '../../components/Given.tsx';

type Step = 'none' | 'sending' | 'received' | 'refused' | 'checked' | 'counted';
const STEP: Record<Step, string> = {
  none: '',
  sending: 'Sending the file.',
  received: 'The file has arrived and is being checked.',
  refused: 'The file was refused: nothing in it is in the figures. Its receipt says why, and what to do.',
  checked: 'The file is checked. Its figures are being worked out.',
  counted: 'The file is in the figures.',
};

/** Where a supplier sends a file of their agency, and sees what becomes of it. */
export function SendFile(props: { extracts: readonly Extract[] }) {
  const own = () => props.extracts.filter(({ agency }) => agency === me()?.agency.id);
  const [extract, setExtract] = createSignal('');
  const [period, setPeriod] = createSignal('');
  const [file, setFile] = createSignal<File>();
  const [step, setStep] = createSignal<Step>('none');
  const [part, setPart] = createSignal(0);
  const [problem, setProblem] = createSignal<string>();
  const [receipt, setReceipt] = createSignal<string>();
  const [said, setSaid] = createSignal('');
  const stop = new AbortController();
  onCleanup(() => stop.abort());

  const goTo = (next: Step, words = STEP[next]) => {
    setStep(next);
    setSaid(words);
    announce('point', words);
  };
  const follow = async (id: string) => {
    const upload = await landed(id, stop.signal);
    if (!upload) return;
    if (upload.problem) throw new Error(upload.problem);
    setReceipt(upload.submission!);
    if (upload.duplicate) return goTo('checked', 'The same file had come before, and nothing changed.');
    if ((await outcomeOf(upload.submission!, stop.signal)) === 'refused') return goTo('refused');
    goTo('checked');
    const snapshot = await counted(upload.submission!, stop.signal);
    if (snapshot !== undefined) goTo('counted', `The file is in the figures: snapshot ${snapshot}.`);
  };
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const chosen = file();
    setReceipt(undefined);
    if (!chosen) return setProblem('Choose a file.');
    setProblem(undefined);
    setPart(0);
    goTo('sending');
    try {
      const told = { extract: extract() || own()[0]!.id, ...(period().trim() && { period: period().trim() }) };
      const id = await send(chosen, told, setPart);
      goTo('received');
      await follow(id);
    } catch (error) {
      if (stop.signal.aborted) return;
      setStep('none');
      setSaid('');
      setProblem((error as Error).message);
    }
  };

  return (
    <section class="send-file" aria-labelledby="send-file">
      <h2 id="send-file">Send a file</h2>
      <form onSubmit={submit} novalidate>
        <div class="controls-row">
          <Choice label="Extract" value={extract() || (own()[0]?.id ?? '')} onChange={setExtract}>
            {own()}
          </Choice>
          <div class="field">
            <label for="send-period">Period, only where the file’s name does not say it, such as 2024-11</label>
            <input
              id="send-period"
              type="text"
              autocomplete="off"
              value={period()}
              onInput={(event) => setPeriod(event.currentTarget.value)}
            />
          </div>
          <div class="field">
            <label for="send-which">File, at most 256 MB</label>
            <input
              id="send-which"
              type="file"
              accept=".csv,.txt,.xlsx"
              aria-describedby={problem() ? 'send-problem' : undefined}
              onChange={(event) => setFile(event.currentTarget.files?.[0])}
            />
          </div>
        </div>
        <button type="submit" disabled={step() === 'sending' || step() === 'received'}>
          Send
        </button>
      </form>
      <Given when={problem()}>
        {(why) => (
          <p class="problem" id="send-problem" role="alert">
            <strong>Nothing was taken in.</strong> {why()}
          </p>
        )}
      </Given>
      <Show when={step() === 'sending'}>
        <progress aria-label="Sent" value={part()} />
      </Show>
      <p class="send-step" classList={{ problem: step() === 'refused' }}>
        {said()} <Given when={receipt()}>{(id) => <A href={`/receipts/${id()}`}>See its receipt</A>}</Given>
      </p>
    </section>
  );
}
