// Gives the screens the language switch; it stands in ui/ because the components speak too.
export {
  type Dictionary,
  dictionary,
  type Language,
  language,
  setLanguage,
  useWords,
} from "./ui/language.ts";
