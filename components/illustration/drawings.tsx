/**
 * The drawings, on a sheet of 240 × 180. Classes say what a line is (`illustration.css`): none for ink, `paper` where
 * what is behind does not show through, `fine`, `guide` and `mark` for construction, `accent`, `spot` and `wash` for colour.
 */
import type { ReactNode } from 'react'
import type { IllustrationName } from './illustration-names.ts'

/** Small crosses, as where a draughtsman took his measure. */
function Marks({ at }: { readonly at: readonly (readonly [x: number, y: number])[] }): ReactNode {
  return <path className="mark" d={at.map(([x, y]) => `M${x - 4} ${y}h8M${x} ${y - 4}v8`).join('')} />
}

function List(): ReactNode {
  return (
    <>
      <path className="wash" d="M78 40h104v122H78z" transform="rotate(5 130 100)" />
      <path className="guide" d="M30 34h180M30 158h180M66 14v156M174 14v156" />
      <Marks
        at={[
          [66, 34],
          [174, 34],
          [66, 158],
          [174, 158],
        ]}
      />
      <rect className="paper" x="66" y="34" width="108" height="124" rx="6" />
      <path className="paper" d="M102 40v-8a4 4 0 0 1 4-4h5a9 9 0 0 1 18 0h5a4 4 0 0 1 4 4v8z" />
      <circle className="fine" cx="120" cy="28" r="2" />
      {[66, 94, 122].map((y, index) => (
        <g key={y}>
          <rect x="82" y={y - 8} width="16" height="16" rx="4" className={index === 0 ? 'wash' : undefined} />
          <path className="fine" d={`M108 ${y - 3}h${[50, 42, 46][index]}M108 ${y + 4}h${[30, 34, 22][index]}`} />
        </g>
      ))}
      <rect x="82" y="58" width="16" height="16" rx="4" />
      <path className="accent" d="m86 66 3.5 4 8.5-10" />
      <path className="paper" d="m154 150 34-50 11 7.5-34 50-13 5z" />
      <path d="m182 108.5 11 7.5M154 150l11 7.5" />
      <path className="spot" d="m153.5 157.5 3.5 2.400-5 2z" />
    </>
  )
}

function Search(): ReactNode {
  return (
    <>
      <path className="guide" d="M36 82h168M112 14v150" />
      <Marks
        at={[
          [112, 82],
          [112, 14],
          [36, 82],
          [204, 82],
        ]}
      />
      <g className="fine">
        <rect x="30" y="44" width="46" height="34" rx="4" />
        <rect x="30" y="92" width="46" height="34" rx="4" />
        <rect x="164" y="44" width="46" height="34" rx="4" />
        <path d="M40 58h22M40 66h14M40 106h22M40 114h14M174 58h22M174 66h14" />
      </g>
      <circle className="paper" cx="112" cy="82" r="46" />
      <circle className="wash" cx="112" cy="82" r="38" />
      <circle cx="112" cy="82" r="46" />
      <circle className="fine" cx="112" cy="82" r="38" />
      <path className="paper" d="m145 118 7-7 42 40a6 6 0 0 1-8 8z" />
      <path d="m154 127 8-8" />
      <path className="accent" d="M86 74a28 28 0 0 1 18-18" />
      <path className="fine" strokeDasharray="4 5" d="M96 92h32M102 102h20" />
    </>
  )
}

function Done(): ReactNode {
  const rays = Array.from({ length: 12 }, (_, index) => (index * Math.PI) / 6 + Math.PI / 12)
  const at = (angle: number, radius: number) => `${(120 + radius * Math.cos(angle)).toFixed(1)} ${(90 + radius * Math.sin(angle)).toFixed(1)}`
  return (
    <>
      <path className="guide" d="M24 90h192M120 6v168" />
      <circle className="guide" cx="120" cy="90" r="76" />
      <Marks
        at={[
          [24, 90],
          [216, 90],
          [120, 6],
          [120, 174],
        ]}
      />
      <circle className="wash" cx="120" cy="90" r="62" />
      <circle className="paper" cx="120" cy="90" r="48" />
      <circle className="fine" cx="120" cy="90" r="41" />
      <path className="accent" strokeWidth="5" d="m100 91 14 15 28-32" />
      {rays.map((angle, index) => (
        <path key={angle} className={index % 3 === 0 ? 'accent' : 'fine'} d={`M${at(angle, 58)}L${at(angle, index % 3 === 0 ? 70 : 66)}`} />
      ))}
    </>
  )
}

function Broken(): ReactNode {
  return (
    <>
      <path className="guide" d="M24 44h192M24 146h192M48 20v146M192 20v146" />
      <Marks
        at={[
          [48, 44],
          [192, 44],
          [48, 146],
          [192, 146],
        ]}
      />
      <path className="paper" d="M54 44h62l-9 28 14 18-12 24 8 32H54a6 6 0 0 1-6-6V50a6 6 0 0 1 6-6z" />
      <path className="paper" d="M127 40h59a6 6 0 0 1 6 6v90a6 6 0 0 1-6 6h-57l-9-30 12-24-14-18z" />
      <path d="M48 62h61M123.5 58H192" />
      <g className="fine">
        <circle cx="57" cy="53" r="2" />
        <circle cx="65" cy="53" r="2" />
        <circle cx="73" cy="53" r="2" />
        <path d="M60 80h34M60 92h40M60 104h28M60 128h36M144 78h34M146 90h22" />
      </g>
      <circle className="wash" cx="162" cy="116" r="17" />
      <path className="accent" d="M162 107v11" />
      <circle className="spot" cx="162" cy="125" r="2" />
    </>
  )
}

function Offline(): ReactNode {
  return (
    <>
      <path className="guide" d="M20 128h200M120 96v64" />
      <Marks
        at={[
          [120, 128],
          [120, 96],
          [120, 160],
        ]}
      />
      <path className="wash" d="M84 90a24 24 0 0 1 2-48 34 34 0 0 1 66-6 27 27 0 0 1 6 54z" transform="translate(6 5)" />
      <path className="paper" d="M84 90a24 24 0 0 1 2-48 34 34 0 0 1 66-6 27 27 0 0 1 6 54z" />
      <path className="fine" d="M96 52a22 22 0 0 1 12-16" />
      <path className="accent" d="m110 56 20 20M130 56l-20 20" />
      <path d="M20 140c14 0 12-12 26-12h12" />
      <path className="paper" d="M58 116h18a12 12 0 0 1 0 24H58z" />
      <path d="M88 122h12M88 134h12" />
      <path d="M220 116c-14 0-12 12-26 12h-12" />
      <path className="paper" d="M182 114v28h-22a10 10 0 0 1-10-10v-8a10 10 0 0 1 10-10z" />
      <path className="fine" d="M150 122h10M150 134h10M64 122v12M70 122v12" />
      <path className="accent" d="m112 116-4-8M120 113v-9M128 116l4-8" />
    </>
  )
}

function Denied(): ReactNode {
  return (
    <>
      <path className="guide" d="M28 78h184M28 152h184M120 12v152" />
      <circle className="guide" cx="120" cy="62" r="44" />
      <Marks
        at={[
          [120, 12],
          [28, 78],
          [212, 78],
          [28, 152],
          [212, 152],
        ]}
      />
      <path className="wash" d="M84 82h88v78H84z" />
      <path d="M92 78V58a28 28 0 0 1 56 0v20M102 78V58a18 18 0 0 1 36 0v20" />
      <rect className="paper" x="76" y="78" width="88" height="74" rx="8" />
      <rect className="fine" x="84" y="86" width="72" height="58" rx="4" />
      <circle className="spot" cx="120" cy="109" r="8" />
      <path className="accent" strokeWidth="5" d="M120 112v16" />
      <g className="fine">
        <path d="M90 92h.01M150 92h.01M90 138h.01M150 138h.01" strokeWidth="3" />
      </g>
    </>
  )
}

function CalendarPage(): ReactNode {
  const days = Array.from({ length: 28 }, (_, index) => [68 + (index % 7) * 17.3, 82 + Math.floor(index / 7) * 18] as const)
  return (
    <>
      <path className="wash" d="M60 40h132v124H60z" />
      <path className="guide" d="M20 66h200M120 10v160" />
      <Marks
        at={[
          [20, 66],
          [220, 66],
          [120, 10],
          [120, 170],
        ]}
      />
      <rect className="paper" x="52" y="32" width="136" height="120" rx="8" />
      <path d="M52 64h136M84 24v16M156 24v16" />
      <path className="fine" d="M100 49h40" />
      <g className="fine">
        {days.map(([x, y], index) => (index === 17 || index === 3 ? null : <path key={`${x} ${y}`} d={`M${(x - 2.5).toFixed(1)} ${y}h5`} />))}
      </g>
      <circle className="spot" cx={days[17]?.[0]} cy={days[17]?.[1]} r="8" />
      <circle className="accent" strokeWidth="1.5" cx={days[3]?.[0]} cy={days[3]?.[1]} r="7" />
      <path className="paper" d="M158 152h22l8-8v-22" />
      <path d="M160 152c6-4 6-10 5-16 6 3 14 2 23-4" className="fine" />
    </>
  )
}

function Money(): ReactNode {
  const coins = (x: number, count: number) =>
    Array.from({ length: count }, (_, index) => {
      const y = 146 - index * 11
      return (
        <g key={y}>
          <path className="paper" d={`M${x - 22} ${y - 8}v8c0 4 10 7 22 7s22-3 22-7v-8`} />
          <ellipse className="paper" cx={x} cy={y - 8} rx="22" ry="7" />
          {index === count - 1 ? <ellipse className="fine" cx={x} cy={y - 8} rx="14" ry="4" /> : null}
        </g>
      )
    })
  return (
    <>
      <path className="guide" d="M24 153h192M44 20v140" />
      <Marks
        at={[
          [44, 153],
          [44, 20],
          [216, 153],
        ]}
      />
      <path className="wash" d="M44 118c40-4 60-30 92-46 24-12 44-16 64-38v119H44z" />
      {coins(72, 2)}
      {coins(122, 4)}
      {coins(172, 6)}
      <path className="accent" d="M52 108c34-6 54-24 78-44 20-16 38-22 62-40" />
      <path className="accent" d="m180 22 13 1-3 13" />
    </>
  )
}

function Notes(): ReactNode {
  return (
    <>
      <path className="guide" d="M18 56h204M18 150h204M120 20v146" />
      <Marks
        at={[
          [18, 150],
          [222, 150],
          [120, 20],
        ]}
      />
      <path className="wash" d="M34 62h176v94H34z" />
      <path className="paper" d="M120 58c-18-14-48-16-82-12v98c34-4 64-2 82 12z" />
      <path className="paper" d="M120 58c18-14 48-16 82-12v98c-34-4-64-2-82 12z" />
      <path className="fine" d="M52 66c20-2 38 0 54 7M52 82c20-2 38 0 54 7M52 98c20-2 38 0 54 7M52 114c14-1 26 0 36 3M134 73c16-7 34-9 54-7" />
      <path className="accent" d="M134 92c8-6 12 6 20 0s12 2 18-2" />
      <path className="paper" d="m158 100 44-64 10 7-44 64-12 5z" />
      <path d="m196 45 10 7M158 100l10 7" />
      <path className="spot" d="m157 107.5 3 2-4.5 2z" />
    </>
  )
}

/** The print of a fern, as the first cyanotypes were. */
function Plant(): ReactNode {
  const stem = (t: number) => [118 + 22 * t * t - 4 * t, 128 - 104 * t] as const
  const leaves = Array.from({ length: 8 }, (_, index) => 0.14 + index * 0.105)
  /** Two arcs from the stem to the tip and back. */
  const leaf = (t: number, side: 1 | -1): string => {
    const [x, y] = stem(t)
    const length = 12 + 34 * Math.sin(Math.PI * (0.2 + 0.72 * t))
    const [dx, dy] = [side * length, -length * 0.38]
    const at = (along: number, across: number) => `${(x + dx * along - dy * across).toFixed(1)} ${(y + dy * along + dx * across).toFixed(1)}`
    return `M${at(0, 0)}Q${at(0.45, -0.2)} ${at(1, 0)}Q${at(0.5, 0.2)} ${at(0, 0)}z`
  }
  return (
    <>
      <path className="guide" d="M28 166h184M120 8v162M60 22h120" />
      <Marks
        at={[
          [60, 22],
          [180, 22],
          [28, 166],
          [212, 166],
        ]}
      />
      <circle className="wash" cx="128" cy="74" r="58" />
      {leaves.map(t => (
        <g key={t} strokeWidth="1.5">
          <path className="paper" d={leaf(t, 1)} />
          <path className="spot" d={leaf(t, -1)} />
        </g>
      ))}
      <path d={`M118 128Q114 76 ${stem(1).join(' ')}`} />
      <path className="paper" d="M88 128h64l-8 34a5 5 0 0 1-5 4h-38a5 5 0 0 1-5-4z" />
      <rect className="paper" x="84" y="120" width="72" height="14" rx="4" />
      <path className="fine" d="M102 144l2 12M114 144v12M126 144v12" />
    </>
  )
}

function People(): ReactNode {
  return (
    <>
      <path className="guide" d="M20 156h200M120 14v150M68 40v120M172 40v120" />
      <Marks
        at={[
          [20, 156],
          [220, 156],
          [120, 14],
        ]}
      />
      <path className="wash" d="M86 160v-14a34 34 0 0 1 68 0v14z" transform="translate(6 0)" />
      <circle className="paper" cx="68" cy="76" r="18" />
      <path className="paper" d="M36 156v-12a32 32 0 0 1 64 0v12z" />
      <circle className="paper" cx="172" cy="76" r="18" />
      <path className="paper" d="M140 156v-12a32 32 0 0 1 64 0v12z" />
      <circle className="paper" cx="120" cy="88" r="21" />
      <path className="paper" d="M82 156v-4a38 38 0 0 1 76 0v4z" />
      <path className="fine" d="M52 156v-12M188 156v-12M102 156v-6M138 156v-6" />
      <path className="accent" d="M106 119c4 9 24 9 28 0" />
      <path className="paper" d="M104 18h44a8 8 0 0 1 8 8v16a8 8 0 0 1-8 8h-20l-10 10v-10h-14a8 8 0 0 1-8-8V26a8 8 0 0 1 8-8z" />
      <g className="spot">
        <circle cx="114" cy="34" r="3" />
        <circle cx="126" cy="34" r="3" />
        <circle cx="138" cy="34" r="3" />
      </g>
    </>
  )
}

export const drawings: Readonly<Record<IllustrationName, () => ReactNode>> = {
  list: List,
  search: Search,
  done: Done,
  error: Broken,
  offline: Offline,
  denied: Denied,
  calendar: CalendarPage,
  money: Money,
  notes: Notes,
  plant: Plant,
  people: People,
}
