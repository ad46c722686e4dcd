import { useState } from "preact/hooks";
import { allBranches, type Branch } from "../../survey/branches.ts";
import { formatNumber } from "../../words/numbers.ts";
import { type BranchChoice, keyOf, type Levels, tickOf, toggled } from "./branch-choice.ts";
import { matches, moveByArrows, searchedFrom } from "./option-list.tsx";
import { Mode, SearchField, SizeText } from "./parts.tsx";
import type { Said } from "./said.ts";
import { type Shortage, ShortageNote } from "./shortage.tsx";
import type { Known } from "./sizes.ts";

/** So many branches that a search finds are listed. */
const mostFound = 60;

interface Picking {
  readonly choice: BranchChoice;
  readonly levels: Levels;
  readonly known: Known;
  readonly toggle: (branch: Branch) => void;
  /** Why a branch can't be picked, by its path. */
  readonly shortage: (path: readonly string[]) => Shortage | undefined;
  readonly said: Said;
}

/** The hierarchy to choose from: a tree that unfolds, and a search through all of it. */
export function BranchPicker({
  title,
  change,
  ...picking
}: Omit<Picking, "toggle"> & {
  readonly title: string;
  readonly change: (choice: BranchChoice) => void;
}) {
  const { choice, levels, known, said } = picking;
  const [search, setSearch] = useState("");
  const [wantsOut, setOut] = useState(choice.isOut);
  const isOut = choice.keys.size > 0 ? choice.isOut : wantsOut;
  const toggle = (branch: Branch) => change(toggled({ ...choice, isOut }, branch, levels));
  const { words, language } = said;
  const isThere = isThereIn({ ...picking, toggle });
  const isSearched = search.trim() !== "";
  const found = isSearched
    ? branchesIn(levels).filter((one) => isThere(one) && matches(namesOf(one, said), search))
    : [];
  return (
    <>
      <Mode
        {...{ title, isOut, words }}
        change={(out) => {
          setOut(out);
          if (choice.keys.size > 0) change({ ...choice, isOut: out });
        }}
      />
      {branchesIn(levels).length >= searchedFrom && (
        <SearchField {...{ title, search, setSearch, said }} count={found.length} />
      )}
      <fieldset
        class="filter-branches"
        aria-label={title}
        aria-busy={known.state === "counting"}
        onKeyDown={moveByArrows}
      >
        {isSearched ? (
          <ul class="filter-list">
            {found.slice(0, mostFound).map((branch) => (
              <li key={keyOf(branch)}>
                <BranchBox {...picking} toggle={toggle} branch={branch} path={above(branch, levels, said)} />
                <BranchShortage {...picking} branch={branch} />
              </li>
            ))}
          </ul>
        ) : (
          <Tree {...picking} toggle={toggle} branches={levels.tree} />
        )}
      </fieldset>
      {found.length > mostFound && (
        <p class="note">{words.view.filters.more(formatNumber(found.length - mostFound, language))}</p>
      )}
    </>
  );
}

function Tree({ branches, ...picking }: Picking & { readonly branches: readonly Branch[] }) {
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const { levels, said } = picking;
  const there = branches.filter(isThereIn(picking));
  return (
    <ul class="filter-list">
      {there.map((branch) => {
        const key = keyOf(branch);
        const isOpen = open.has(key);
        const unfold = () =>
          setOpen(isOpen ? new Set([...open].filter((one) => one !== key)) : new Set([...open, key]));
        const hasMore = branch.level < levels.hierarchy.length - 1 && branch.children.length > 0;
        return (
          <li key={key}>
            <div class="filter-branch">
              {hasMore ? (
                <button
                  type="button"
                  class="filter-unfold"
                  aria-expanded={isOpen}
                  aria-label={said.words.view.filters.open(branch.label[said.language])}
                  onClick={unfold}
                >
                  <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
                    <path d="M6 3.5 10.5 8 6 12.5" fill="none" stroke="currentColor" stroke-width="1.6" />
                  </svg>
                </button>
              ) : (
                levels.hierarchy.length > 1 && <span class="filter-unfold" />
              )}
              <BranchBox {...picking} branch={branch} />
            </div>
            <BranchShortage {...picking} branch={branch} />
            {isOpen && hasMore && <Tree {...picking} branches={branch.children} />}
          </li>
        );
      })}
    </ul>
  );
}

function BranchBox({
  branch,
  path,
  ...picking
}: Picking & { readonly branch: Branch; readonly path?: string }) {
  const { choice, levels, known, toggle, shortage, said } = picking;
  const ticked = tickOf(branch, choice, levels);
  return (
    <label>
      <input
        type="checkbox"
        checked={ticked === "all"}
        disabled={ticked === "none" && shortage(branch.path) !== undefined}
        ref={(box) => {
          if (box) box.indeterminate = ticked === "some";
        }}
        onChange={() => toggle(branch)}
      />
      <span class="filter-name">
        {branch.label[said.language]}
        {path !== undefined && path !== "" && <small class="aside">{path}</small>}
      </span>
      <SizeText size={known.sizes?.get(keyOf(branch))} {...{ known, said }} />
    </label>
  );
}

function BranchShortage({
  branch: { path, label },
  shortage,
  said,
}: Pick<Picking, "shortage" | "said"> & { readonly branch: Branch }) {
  const found = shortage(path);
  return found ? <ShortageNote shortage={found} name={label[said.language]} said={said} /> : null;
}

/** Branches that somebody is of under the other filters, and those that are chosen. */
function isThereIn({ known, choice, levels, shortage }: Picking): (branch: Branch) => boolean {
  const { sizes } = known;
  return (branch) =>
    !sizes ||
    sizes.has(keyOf(branch)) ||
    tickOf(branch, choice, levels) !== "none" ||
    shortage(branch.path) !== undefined;
}

function branchesIn({ tree, hierarchy }: Levels): readonly Branch[] {
  return allBranches(tree).filter(({ level }) => level < hierarchy.length);
}

function namesOf({ label, path }: Branch, { language }: Said) {
  return { label: label[language], names: [label.en, label.zh, path.at(-1) ?? ""] };
}

/** The branches that a branch is in, the widest first. */
function above(branch: Branch, { tree }: Levels, { language }: Said): string {
  const names: string[] = [];
  let siblings = tree;
  for (const id of branch.path.slice(0, -1)) {
    const parent = siblings.find(({ path }) => path.at(-1) === id);
    if (!parent) break;
    names.push(parent.label[language]);
    siblings = parent.children;
  }
  return names.join(" › ");
}
