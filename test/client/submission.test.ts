// What every form keeps: the same act keeps its id until it is accepted, and faults stand beside their fields.
import { createRoot } from "solid-js";
import { createStore } from "solid-js/store";
import { expect, test } from "vitest";
import { z } from "zod";
import { Refused, Unreachable } from "../../client/api.ts";
import { createSubmission } from "../../client/submission.ts";

const schema = z.object({
  id: z.string(),
  name: z.string().trim().min(1),
  code: z.string().regex(/^[A-Z0-9-]+$/),
  at: z.int(),
});

function form(answers: (() => unknown)[]) {
  return createRoot((dispose) => {
    const sent: z.output<typeof schema>[] = [];
    const accepted: unknown[] = [];
    const [draft, setDraft] = createStore({ name: "Wati", code: "PM-1", at: 1 });
    const act = createSubmission({
      schema,
      send: async (body) => {
        sent.push(body);
        return answers.shift()?.();
      },
      onDone: (answer) => void accepted.push(answer),
      fieldOf: { code_taken: "code" },
    });
    return { sent, accepted, draft, setDraft, act, submit: () => act.submit(() => ({ ...draft })), dispose };
  });
}

const fails = (thrown: unknown) => () => {
  throw thrown;
};

test("a repeat after silence is the same act with the same id; the next act has another", async () => {
  const { sent, accepted, submit, act, dispose } = form([fails(new Unreachable()), () => 1, () => 2]);
  expect(await submit()).toBe(false);
  expect(act.problem()).toContain("tidak menjawab");
  expect(await submit()).toBe(true);
  expect(act.problem()).toBeUndefined();
  expect(await submit()).toBe(true);
  expect(sent[1]).toEqual(sent[0]);
  expect(sent[2]?.id).not.toBe(sent[1]?.id);
  expect(accepted).toEqual([1, 2]);
  dispose();
});

test("pressing twice sends once (D4)", async () => {
  const { sent, submit, dispose } = form([() => 1]);
  expect(await Promise.all([submit(), submit()])).toEqual([true, false]);
  expect(sent).toHaveLength(1);
  dispose();
});

test("a code that nobody wrote is missing; one that was written does not fit", async () => {
  const { submit, setDraft, act, dispose } = form([]);
  setDraft({ code: "" });
  await submit();
  expect(act.fault("code")).toBe("Isian ini perlu diisi.");
  setDraft({ code: "pm 1" });
  await submit();
  expect(act.fault("code")).toBe("Isian ini tidak sesuai.");
  dispose();
});

test("what the schema finds is said beside the field, is not sent, and goes when the field is changed", async () => {
  const { sent, submit, setDraft, act, dispose } = form([]);
  setDraft({ name: " " });
  expect(await submit()).toBe(false);
  expect(act.fault("name")).toBe("Isian ini perlu diisi.");
  expect(act.fault("code")).toBeUndefined();
  expect(sent).toHaveLength(0);
  setDraft({ name: "Wati" });
  expect(act.fault("name")).toBeUndefined();
  dispose();
});

test("a refusal stands beside the field it is about, and above the form when it is about none", async () => {
  const { submit, setDraft, act, dispose } = form([
    fails(new Refused("code_taken", { code: "PM-1" })),
    fails(new Refused("not_allowed", {})),
  ]);
  await submit();
  expect(act.fault("code")).toContain("PM-1");
  expect(act.problem()).toBeUndefined();
  setDraft({ code: "PM-2" });
  expect(act.fault("code")).toBeUndefined();
  await submit();
  expect(act.problem()).toContain("manajer");
  dispose();
});

test("a fault of something that no field shows stands above the form", async () => {
  const { submit, setDraft, act, dispose } = form([]);
  setDraft({ at: 1.5 });
  act.fault("name");
  await submit();
  expect(act.problem()).toBeDefined();
  dispose();
});
