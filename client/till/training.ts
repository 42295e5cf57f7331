// Training: the till sells as always and nothing of it is kept; its numbers are counted on the device (H7).
import { createSignal } from "solid-js";
import { trainingNumber } from "#rules/receipt";
import { type Trained, trainedSchema } from "#rules/training";
import { answerOf, api } from "../api.ts";
import type { Draft } from "../commands.ts";
import type { TillDisk } from "../till-disk.ts";
import { language } from "../words.ts";

interface TrainingNeeds {
  disk: Pick<TillDisk, "device" | "step">;
  /** A reload goes on training; a new day, with a new tab, does not. */
  storage: Pick<Storage, "getItem" | "setItem"> | null;
  send?: (body: Parameters<typeof sendTraining>[0]) => Promise<Trained>;
}

const key = "latihan";

export function createTraining(needs: TrainingNeeds) {
  const [on, setOn] = createSignal(read(needs.storage));
  const send = needs.send ?? sendTraining;
  return {
    on,
    turn: (training: boolean) => {
      setOn(training);
      try {
        needs.storage?.setItem(key, training ? "1" : "");
      } catch {
        // A browser that keeps nothing trains until the next reload.
      }
    },
    /** The number goes up once it was used. */
    sell: async (draft: Draft<"sale">): Promise<Trained> => {
      const device = await needs.disk.device();
      if (!device) throw new Error("Only a registered till trains.");
      const count = (device.lastTrainingCount ?? 0) + 1;
      const answer = await send({
        ...draft,
        till: { tillId: device.tillId, seq: device.lastSeq + 1 },
        receiptNumber: trainingNumber(device.code, count),
        language: language(),
      });
      await needs.disk.step((now) => ({ device: now ? { ...now, lastTrainingCount: count } : undefined }));
      return answer;
    },
  };
}

type Stamped = Parameters<typeof api.training.sales.$post>[0]["json"];

async function sendTraining(json: Stamped): Promise<Trained> {
  return await answerOf(trainedSchema, api.training.sales.$post({ json }));
}

function read(storage: TrainingNeeds["storage"]): boolean {
  try {
    return storage?.getItem(key) === "1";
  } catch {
    return false;
  }
}
