#!/usr/bin/env python3
"""Verify a draw of mc-draw/1: written from docs/draw-protocol.md alone, on the standard library of Python 3.8 or later.
  verify.py BUNDLE          a folder or a ZIP; one line a check, then the verdict
  verify.py --json BUNDLE   the same as JSON
  verify.py --batch         one JSON object {"files":{name:base64}} a line on stdin, the list of statuses a line on stdout
Exit: 0 nothing failed, 1 a check failed, 2 the bundle cannot be read. It knows neither drand's curve nor any log's key,
so those two are never more than not-checked. Section numbers (§) are those of the protocol.
"""
import base64, contextlib, datetime, hashlib, json, os, re, stat, struct, sys, zipfile, zlib
CHECKS = ('rules-canonical commit-canonical rules-hash labels-hash public-files sources seed pool-sorted-unique pool-root pool-count '
          'exclusions-hash exclusions-match selection filesalts inspectors-hash conflicts-hash assignment amendments log').split()
AUDITORS = {'salts.csv', 'filesalts.json'}
FILES = AUDITORS | set('rules.json pool.csv exclusions.csv inspectors.csv conflicts.csv commit.json log.json seed.json selected.csv '
                       'visits.csv assignment.csv amendments.jsonl labels.csv'.split())
MAX_BYTES, MAX_LINES, MAX_STRATA, MAX_SEATS, MAX_WORK, MAX_AMENDMENTS = 64 << 20, 300_000, 2_000, 100_000, 20_000_000, 10_000
ID, CODE = r'(?!B-)[0-9A-Z][0-9A-Z._-]{0,21}', r'(?:-|[0-9A-Za-z][0-9A-Za-z._-]{0,31})'
ANY, HASH, SALT, TIME = '(?s).*', r'[0-9a-f]{64}', r'[0-9a-f]{32}', r'[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z'
Bad, Absent, Limit, Unreadable = (type(name, (Exception,), {}) for name in ('Bad', 'Absent', 'Limit', 'Unreadable'))
work = [0]  # steps spent on this bundle
def need(truth, why, kind=Bad):
    if not truth: raise kind(why)
def spend(steps): work[0] += steps; need(work[0] <= MAX_WORK, 'limit: more work than this verifier takes on', Limit)
class Known(dict):
    def __missing__(self, what): raise Absent(f'{what}: not there or not readable')
def sm3(data):  # GB/T 32905, for a Python whose OpenSSL lacks it
    rol = lambda x, n: ((x << n % 32) | (x & 0xffffffff) >> (32 - n % 32)) & 0xffffffff
    v = [0x7380166f, 0x4914b2b9, 0x172442d7, 0xda8a0600, 0xa96f30bc, 0x163138aa, 0xe38dee4d, 0xb0fb0e4e]
    data = data + b'\x80' + b'\0' * ((55 - len(data)) % 64) + struct.pack('>Q', 8 * len(data))
    for at in range(0, len(data), 64):
        w = list(struct.unpack('>16I', data[at:at + 64]))
        for j in range(16, 68): x = w[j - 16] ^ w[j - 9] ^ rol(w[j - 3], 15); w.append(x ^ rol(x, 15) ^ rol(x, 23) ^ rol(w[j - 13], 7) ^ w[j - 6])
        a, b, c, d, e, f, g, h = v
        for j in range(64):
            ss1 = rol((rol(a, 12) + e + rol(0x79cc4519 if j < 16 else 0x7a879d8a, j)) & 0xffffffff, 7)
            ff, gg = (a ^ b ^ c, e ^ f ^ g) if j < 16 else ((a & b) | (a & c) | (b & c), (e & f) | (~e & g))
            tt1 = (ff + d + (ss1 ^ rol(a, 12)) + (w[j] ^ w[j + 4])) & 0xffffffff; tt2 = (gg + h + ss1 + w[j]) & 0xffffffff
            a, b, c, d, e, f, g, h = tt1, a, rol(b, 9), c, tt2 ^ rol(tt2, 9) ^ rol(tt2, 17), e, rol(f, 19), g
        v = [x ^ y for x, y in zip(v, (a, b, c, d, e, f, g, h))]
    return struct.pack('>8I', *v)
def digest(suite, data): return hashlib.new(suite, data).digest() if suite in hashlib.algorithms_available else sm3(data)
def tree_root(suite, leaves):
    """RFC 6962, section 2.1, over leaf hashes: pairs are joined level by level, an odd last one goes up as it is."""
    level = leaves or [digest(suite, b'')]
    while len(level) > 1:
        level = [digest(suite, b'\1' + level[i] + level[i + 1]) if i + 1 < len(level) else level[i] for i in range(0, len(level), 2)]
    return level[0]

# ---- §1 JSON, CSV and the shapes of §3 to §5 ----
def canonical(data, shape, where):
    """The value of canonical JSON of this shape. Keys, numbers and depth are left to the shape: its keys are ASCII, its numbers ranges."""
    try:
        value = json.loads(data.decode(), parse_int=lambda text: int(text[:20]))
        same = json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(',', ':')).encode() == data
    except (ValueError, RecursionError) as error: raise Bad(f'{where}: no JSON ({type(error).__name__})')
    need(same, f'{where}: not canonical JSON, written again it has other bytes'); shaped(value, shape, where); return value
def shaped(x, shape, where):
    """`shape`: a pattern, a range of integers, True for any truth value, [of what], (key, value), {field: shape}
    ('field?' may be absent), or a function choosing the shape."""
    if isinstance(shape, str):
        need(isinstance(x, str) and re.fullmatch(shape, x), f'{where}: not as its field demands')
        if shape == TIME: moment(x)
    elif isinstance(shape, range): need(type(x) is int and x in shape, f'{where}: not an integer that is allowed here')
    elif shape is True: need(type(x) is bool, f'{where}: neither true nor false')
    elif isinstance(shape, list):
        need(isinstance(x, list), f'{where}: not a list')
        for y in x: shaped(y, shape[0], where)
    elif isinstance(shape, tuple):
        need(isinstance(x, dict), f'{where}: not an object')
        for k in x: shaped(k, shape[0], where); shaped(x[k], shape[1], f'{where}.{k}')
    elif isinstance(shape, dict):
        names = {k.rstrip('?'): s for k, s in shape.items()}
        need(isinstance(x, dict) and x.keys() <= names.keys() and all(k in x for k in shape if k[-1] != '?'), f'{where}: other fields')
        for k in x: shaped(x[k], names[k], f'{where}.{k}')
    else: shaped(x, shape(x) if isinstance(x, dict) else {}, where)
def moment(text):
    try: return datetime.datetime.strptime(text, '%Y-%m-%dT%H:%M:%SZ').replace(tzinfo=datetime.timezone.utc).timestamp()
    except ValueError: raise Bad(f'{text}: no such second')
TEXT, INT, BILLION, UPTO = r'[^\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff,"]*', range(-2 ** 53 + 1, 2 ** 53), range(10 ** 9 + 1), range(2 ** 53)
SIZE = lambda x: {'count': BILLION} if 'count' in x else {'ratio': {'n': BILLION, 'd': BILLION[1:]}, 'round': 'ceil|floor|halfUp'}
RULES = {'v': 'mc-draw/1', 'suite': 'sha256|sm3', 'strata': [{'code': CODE, 'size': SIZE, 'batches?': BILLION[1:]}], 'reserve': SIZE,
         'quota?': {'bounds': [{'group': CODE, 'min?': SIZE, 'max?': SIZE}]},
         'assignment': {'balance': True, 'slots': (r'\*|' + CODE, [{'department?': CODE, 'needs?': [CODE]}])}}
SOURCES = {'dice': {'by': CODE, 'digits': range(1, 1001)}, 'lottery': {'by': 'lottery', 'game': 'ssq|dlt|pl5|3d', 'issue': '[0-9]{1,12}'},
           'witness': {'by': CODE, 'id': CODE, 'commitment': HASH}, 'drand': {'by': 'drand', 'chain': HASH, 'key': '(?:[0-9a-f]{96}){1,2}',
                                                                              'scheme': ANY, 'period': INT, 'genesis': INT, 'round': INT}}
KINDS = {'recusal': {'visit': ANY, 'seat': INT, 'inspectorId': ID, 'substitute': f'|{ID}'}, 'void': {},
         'substitution': {'id': ID, 'substitute': f'|{ID}', 'evidence': f'|{HASH}'}}
OF_KIND = lambda kinds, common: lambda x: {'kind': '|'.join(kinds), **common, **kinds.get(str(x.get('kind')), {})}
LINE = OF_KIND(KINDS, {'seq': INT, 'prev': HASH, 'at': TIME, 'reasonCode': CODE, 'approver': CODE})
COMMIT = {'v': 'mc-draw/1', 'suite': 'sha256|sm3', 'mode': 'open|sealed', 'bureau': CODE, 'drawNo': UPTO[1:], 'prev': f'|{HASH}', 'voids?': HASH,
          'rules': HASH, 'exclusions': HASH, 'inspectors': HASH, 'conflicts': HASH, 'labels': HASH, 'sources': [OF_KIND(SOURCES, {})],
          'openAt': TIME, 'public': ['|'.join(map(re.escape, sorted(FILES)))],
          'pool': {'root': HASH, 'count': UPTO, 'salted': True, 'strata': (CODE, {'eligible': UPTO, 'excluded': UPTO})}}
LOG = {'entry': {'kind': 'commitment', 'bureau': CODE, 'drawNo': INT, 'c': HASH, 'at': TIME}, 'index': UPTO, 'size': UPTO[1:],
       'path': [HASH], 'checkpoint': ANY}
def csv(data, *patterns, key=1):
    """The lines as lists of fields, ascending by the first `key` fields."""
    text = data.decode(errors='surrogateescape')  # what is not UTF-8 becomes lone surrogates, which no field may hold
    need(not data or text.endswith('\n'), 'no line feed at the end'); rows = [line.split(',') for line in text.split('\n')[:-1]]
    need(len(rows) <= MAX_LINES, 'limit: too many lines', Limit)
    for at, row in enumerate(rows):
        need(len(row) == len(patterns) and all(map(re.fullmatch, patterns, row)), f'line {at + 1}: not as it must be')
        need(at == 0 or rows[at - 1][:key] < row[:key], f'line {at + 1}: out of order or twice')
    return rows
def size_of(size, base):
    if 'count' in size: return size['count']
    a, b = size['ratio']['n'], size['ratio']['d']
    return {'ceil': (base * a + b - 1) // b, 'floor': base * a // b, 'halfUp': (2 * base * a + b) // (2 * b)}[size['round']]

# ---- §6 selection ----
def push(R, start, end):
    """One unit along a path of the residual network R[from][to], if there is one."""
    came, queue = {start: None}, [start]
    for u in queue:
        spend(len(R[u]))
        for v, room in R[u].items():
            if room > 0 and v not in came: came[v] = u; queue.append(v)
        if end in came:
            while came[end] is not None: u = came[end]; R[u][end], R[end][u], end = R[u][end] - 1, R[end].get(u, 0) + 1, u
            return True
    return False
def feasible(needs, cells, low, high):
    """How many each cell (stratum, group) gives so that needs and bounds are met; None if they cannot be."""
    R = {'s': {('s', h): n for h, n in needs.items()}, 't': {}, **{('s', h): {} for h in needs}, **{('g', g): {'t': low[g]} for g in low}}
    for (h, g), n in cells.items(): R['s', h]['g', g] = n
    while push(R, 's', 't'): pass
    if any(R['g', g]['t'] for g in low): return None
    for g in low: R['g', g]['t'] = high[g] - low[g]
    while push(R, 's', 't'): pass
    return None if any(R['s'].values()) else {(h, g): R['g', g].get(('s', h), 0) for h, g in cells}
def by_quota(entries, needs, bounds):  # §6 rule 3 over (ticket, id, stratum, group) in ticket order
    cells, taken, needs = {}, set(), dict(needs)
    for _, _, h, g in entries: cells[h, g] = cells.get((h, g), 0) + 1
    low, high = ({g: bounds.get(g, (0, 1 << 60))[end] for g in {*bounds, *(g for _, g in cells)}} for end in (0, 1))
    need(all(low[g] <= high[g] for g in low), 'a min above its max'); plan = feasible(needs, cells, low, high)
    need(plan is not None, 'no sample can meet the bounds')
    for _, i, h, g in entries:
        spend(1)
        if needs[h] == 0 or cells[h, g] == 0: continue
        less, after = {**needs, h: needs[h] - 1}, {**cells, (h, g): cells[h, g] - 1}
        down, up = {**low, g: max(low[g] - 1, 0)}, {**high, g: high[g] - 1}
        new = {**plan, (h, g): plan[h, g] - 1} if plan[h, g] else feasible(less, after, down, up) if up[g] >= 0 else None
        if new is None: cells[h, g] = 0  # once one is passed over, so is every later one of its cell
        else: taken.add(i); plan, needs, cells, low, high = new, less, after, down, up
    return taken
def select(rules, T, pool):
    """The bytes of selected.csv; the selected ids and the reserves by stratum; the bounds of the groups."""
    sizes, orders, quota = {}, {s['code']: [] for s in rules['strata']}, rules.get('quota')
    for i, h, g, x, w in pool:
        need(h in orders and (w == '1' if quota else g == '-'), f'{i}: no such stratum, a weight with a quota, or a group without one')
        if x == '': orders[h].append((T(i), i, int(w), g))
    for s in rules['strata']:
        h, units = s['code'], sorted(orders[s['code']]); n = sizes[h] = size_of(s['size'], len(units))
        need(n <= len(units), f'stratum {h}: a size above its eligible entries'); certain, sure, total = set(), [0], sum(u[2] for u in units)
        while not quota and sure:
            spend(len(units)); sure = [u for u in units if u[1] not in certain and u[2] * n >= total]
            certain, n, total = certain.union(u[1] for u in sure), n - len(sure), total - sum(u[2] for u in sure)
        orders[h] = units if quota else sorted(units, key=lambda u: (u[1] not in certain, u[1] not in certain and int(u[0][:15], 16) // u[2], u))
    whole = sum(sizes.values())
    bounds = {b['group']: (size_of(b.get('min', {'count': 0}), whole), size_of(b.get('max', {'count': 1 << 60}), whole))
              for b in (quota or {'bounds': []})['bounds']}
    chosen = [(h, u[1], u[0]) for h in orders for u in orders[h][:sizes[h]]]
    if quota:
        entries = sorted((t, i, h, g) for h in orders for t, i, _, g in orders[h]); taken = by_quota(entries, sizes, bounds)
        chosen = [(h, i, t) for t, i, h, _ in entries if i in taken]
    taken = {i for _, i, _ in chosen}
    spare = {h: [u for u in orders[h] if u[1] not in taken][:size_of(rules['reserve'], sizes[h]) if sizes[h] else 0] for h in orders}
    text = ''.join(f'{h},{i},{t},S\n' for h, i, t in chosen) + ''.join(f'{h},{u[1]},{u[0]},R\n' for h in spare for u in spare[h])
    return text.encode(), {g: [i for h, i, _ in chosen if h == g] for g in orders}, {h: [u[1] for u in spare[h]] for h in spare}, bounds

# ---- §7 assignment ----
class Teams:
    """The visits in slot order, who may take which seat, and who holds it; a seat is (visit, number from 1)."""
    def __init__(self, rules, P, inspectors, conflicts, chosen):
        self.P, self.conflicts, self.orders, found = P, {tuple(c) for c in conflicts}, {}, []
        self.people = {i: (dept, set(certs.split(';')) - {''}, int(cap)) for i, dept, certs, cap in inspectors}
        for s in rules['strata']:
            h, ids = s['code'], sorted(chosen[s['code']], key=lambda i: (P('', i), i))
            m = min(s.get('batches', 0), len(ids))
            found += [(f'B-{h}-{j + 1}', h, ids[j::m]) for j in range(m)] if m else [(i, h, [i]) for i in ids]
        found.sort(key=lambda v: (P('', v[0]), v[0]))
        slots = rules['assignment']['slots']; self.team = {v: slots.get(h, slots.get('*')) for v, h, _ in found}
        self.stratum, self.subjects = {v: h for v, h, _ in found}, {v: list(ids) for v, _, ids in found}
        self.seats = [(v, n + 1) for v, _, _ in found for n in range(len(self.team[v]))]
        self.visits = ''.join(f'{v},{i}\n' for v, _, ids in found for i in ids).encode()
    def able(self, visit, n):
        """Who could take this seat but for caps and other seats, in the order of (P, id)."""
        slot, people, bars = self.team[visit][n - 1], self.people, self.subjects[visit]; spend(len(people) * (10 + len(bars)))
        if visit not in self.orders: self.orders[visit] = sorted(people, key=lambda i: (self.P(visit, i), i))
        return [i for i in self.orders[visit] if people[i][2] and slot.get('department', people[i][0]) == people[i][0]
                and people[i][1].issuperset(slot.get('needs', ())) and not any((s, i) in self.conflicts for s in bars)]
    def network(self, caps):
        """s → inspector → his place in a visit → seat → t."""
        R = {'s': dict(caps), 't': {}, **{i: {} for i in self.people}, **{seat: {'t': 1} for seat in self.seats}}
        for seat, i in ((seat, i) for seat in self.seats for i in self.fits[seat]):
            R[i][i, seat[0], 'place'] = 1; R.setdefault((i, seat[0], 'place'), {})[seat] = 1
        return R
    def assign(self, balance):
        """The bytes of assignment.csv. Leaves the lowered caps in `caps` and who sits where in `holder`."""
        self.fits, self.holder = {seat: self.able(*seat) for seat in self.seats}, {}; full = self.caps = {i: p[2] for i, p in self.people.items()}
        R, most, c = self.network(full), 0, 0
        while push(R, 's', 't'): most += 1
        if balance:
            self.caps = dict.fromkeys(full, 0); R = self.network(self.caps)
            while most:
                c += 1
                for i in full: R['s'][i] += min(full[i], c) - self.caps[i]
                self.caps = {i: min(n, c) for i, n in full.items()}
                while push(R, 's', 't'): most -= 1
        for seat in self.seats:  # F* can be reached with him if a cycle of the residual network goes through place → seat
            for i, place in ((i, (i, seat[0], 'place')) for i in self.fits[seat]):
                if R[seat].get(place) or (R[place].get(seat) and push(R, seat, place)):
                    self.holder[seat] = i
                    R[i]['s'], R[i][place], R[place] = R[i]['s'] - 1, 0, {}  # settled: nothing of this path may be undone
                    break
            for i in self.fits[seat]: R[i, seat[0], 'place'].pop(seat, None)
            R[seat], R['t'][seat] = {}, 0
        held = ((v, n, self.holder.get((v, n))) for v, n in self.seats)
        return ''.join(f'{v},{n},{i},{self.P(v, i)}\n' if i else f'{v},{n},,\n' for v, n, i in held).encode()
def amend(d, H, data):  # §8: every line follows from the ones before it
    teams, reserves, bounds, groups = d['teams'], d['reserves'], d['bounds'], {r[0]: r[2] for r in d['pool']}
    before, used, due, ended, rows = d['C'], set(), None, False, data.split(b'\n'); need(rows.pop() == b'', 'no line feed at the end')
    need(len(rows) <= MAX_AMENDMENTS, 'limit: too many amendments', Limit)
    for seq, raw in enumerate(rows, 1):
        spend(len(teams.seats) + len(groups)); where = f'line {seq}'; line, next_one = canonical(raw, LINE, where), ''
        kind, seat = line['kind'], (line.get('visit'), line.get('seat'))
        need(line['seq'] == seq and line['prev'] == before and not ended, f'{where}: does not follow the one before')
        need(not due or seat in due, f'{where}: a seat in conflict is not recused first'); before, ended = H(raw), kind == 'void'
        if kind == 'recusal':
            need(teams.holder.pop(seat, None) == line['inspectorId'], f'{where}: somebody else holds that seat')
            teams.conflicts.update((s, line['inspectorId']) for s in teams.subjects[seat[0]])
            held, mates = list(teams.holder.values()), {i for s, i in teams.holder.items() if s[0] == seat[0]}
            next_one = next((i for i in teams.able(*seat) if i not in mates and held.count(i) < teams.caps[i]), ''); due = due and due - {seat}
            if next_one: teams.holder[seat] = next_one
        elif kind == 'substitution':
            visit = next((v for v, ids in teams.subjects.items() if line['id'] in ids), None)
            need(visit is not None, f'{where}: {line["id"]} is in no visit')
            rest = [groups[s] for ids in teams.subjects.values() for s in ids if s != line['id']]
            spend(len(bounds) * len(rest) * (1 + len(reserves[teams.stratum[visit]])))
            next_one = next((r for r in reserves[teams.stratum[visit]] if r not in used and all(
                a <= rest.count(g) + (groups[r] == g) <= b for g, (a, b) in bounds.items())), '')
            used.add(next_one); teams.subjects[visit] = [x for s in teams.subjects[visit] for x in [next_one if s == line['id'] else s] if x]
            due = {s for s, i in teams.holder.items() if s[0] == visit and (next_one, i) in teams.conflicts}
        need(ended or line['substitute'] == next_one, f'{where}: the substitute is {next_one or "nobody"}')
    need(not due, 'a seat in conflict with the newcomer was not recused')

# ---- §5 seed, §4 log ----
def check_sources(commit):
    worth, sources, kinds = {}, commit['sources'], {s['kind'] for s in commit['sources']}
    for s in sources:
        bits = {'dice': 3321 * s.get('digits', 0), 'lottery': {'ssq': 24079, 'dlt': 24352, 'pl5': 16609, '3d': 9965}.get(s.get('game'))}
        worth[s['by']] = worth.get(s['by'], 0) + bits.get(s['kind'], 128000)
        need(s['kind'] != 'drand' or s['genesis'] + (s['round'] - 1) * s['period'] > moment(commit['openAt']), 'a drand round before openAt')
    total = sum(worth.values())
    need(total >= 64000 and all(total - w >= 24000 for w in worth.values()), 'too little chance, or too much of it in one hand')
    need(commit['mode'] == 'sealed' or kinds & {'dice', 'lottery', 'drand'}, 'an open draw without a source that arises later')
    need(commit['mode'] == 'open' or ('witness' in kinds and commit['pool']['salted']), 'a sealed draw without a witness or without salts')
    marks = [s['commitment'] for s in sources if s['kind'] == 'witness']; need(len(set(marks)) == len(marks), 'two witnesses with one commitment')
def check_line(commit, H, s, line):
    """That the source can have given this line; a lottery's numbers are taken on trust, a drand signature is only looked at."""
    start, form = {'dice': ('dice:', '[0-9]{%d}' % s.get('digits', 0)), 'witness': (f'witness:{s.get("id")}:', SALT),
                   'drand': (f'drand:{s.get("chain")}:{s.get("round")}:', '(?:[0-9a-f]{96}){1,2}'), 'lottery': (
                       f'lottery:{s.get("game")}:{s.get("issue")}:', {'pl5': '[0-9]{5}', '3d': '[0-9]{3}'}.get(s.get('game'), '[0-9,+]*'))}[s['kind']]
    value = line[len(start):]; need(line.startswith(start) and re.fullmatch(form, value), f'{start} this is no such line')
    if s['kind'] == 'witness':
        known = H(f'mc-draw/1 witness|{commit["bureau"]}|{commit["drawNo"]}|{s["id"]}|{value}')
        need(known == s['commitment'], f'witness {s["id"]}: not the value committed to')
    balls = {'ssq': [(6, 33), (1, 16)], 'dlt': [(5, 35), (2, 12)]}.get(s.get('game')); parts = [part.split(',') for part in value.split('+')]
    need(not balls or len(parts) == 2 and all(len(p) == n and p == sorted(set(p)) and set(p) <= {f'{x:02}' for x in range(1, most + 1)}
                                              for p, (n, most) in zip(parts, balls)), 'not numbers of that lottery')
def check_log(log, C, commit):
    entry, sha, index, last = log['entry'], lambda data: hashlib.sha256(data).digest(), log['index'], log['size'] - 1
    need((entry['bureau'], entry['drawNo'], entry['c']) == (commit['bureau'], commit['drawNo'], C), 'the entry is of another commitment')
    need(entry['at'] < commit['openAt'], 'logged at or after openAt')
    node = sha(b'\0' + json.dumps(entry, sort_keys=True, ensure_ascii=False, separators=(',', ':')).encode())
    for step in map(bytes.fromhex, log['path']):
        need(last > 0, 'the path is too long')
        if index % 2 or index == last:
            node = sha(b'\1' + step + node)
            while index % 2 == 0: index, last = index >> 1, last >> 1
        else: node = sha(b'\1' + node + step)
        index, last = index >> 1, last >> 1
    need(index == last == 0, 'the path is too short, or the index outside of the tree'); root = [str(log['size']), base64.b64encode(node).decode()]
    need(log['checkpoint'].split('\n\n')[0].split('\n')[1:3] == root, 'not the root of the checkpoint')
    raise Absent('included; the signature of the checkpoint is not checked here')

# ---- §9 the checks ----
def verify(files):
    """The report: every check in its order with its status and a detail, and the verdict."""
    report, f, d, work[0] = {}, Known(files), Known(), 0
    H = lambda *parts: digest(d['commit']['suite'], b''.join(p if isinstance(p, bytes) else p.encode() for p in parts)).hex()
    def check(name, rests, run):
        try:
            for r in rests: need(report[r][0] != 'failed', f'rests on {r}, which failed', Absent)
            run(); loose = [r for r in rests if report[r][0] != 'passed']
            report[name] = ('not-checked', f'rests on {loose[0]}, which is not proven') if loose else ('passed', '')
        except Bad as error: report[name] = 'failed', str(error)
        except (Absent, Limit) as error: report[name] = 'not-checked', str(error.args[0])
        except (RecursionError, MemoryError) as error: report[name] = 'not-checked', f'limit: {type(error).__name__}'
    def bound(name, salt=b''):
        """The bytes of a file whose hash is the committed one; a file that does not exist counts as empty bytes."""
        committed = d['commit'][name.split('.')[0]]; text = f[name] if name in files or H(salt) != committed else b''
        need(H(salt, text) == committed, f'{name}: another hash than the committed one'); return text
    def rules_canonical():
        r = canonical(f['rules.json'], RULES, 'rules')
        slots, codes, bounds = r['assignment']['slots'], [s['code'] for s in r['strata']], r.get('quota', {'bounds': []})['bounds']
        need(len(codes) <= MAX_STRATA, 'limit: too many strata', Limit)
        need(len(set(codes)) == len(codes) and len({b['group'] for b in bounds}) == len(bounds), 'a stratum or a bound is given twice')
        need(all(b['min']['count'] <= b['max']['count'] for b in bounds if all('count' in b.get(k, '') for k in ('min', 'max'))), 'a min above its max')
        need(all(slots.get(h, slots.get('*')) for h in codes), 'a stratum without slots'); d['rules'] = r
    def commit_canonical(): d['commit'] = canonical(f['commit.json'], COMMIT, 'commit'); d['C'] = H('mc-draw/1 commit\n', f['commit.json'])
    def rules_hash(): bound('rules.json'); need(d['rules']['suite'] == d['commit']['suite'], 'the suites differ')
    def public_files():
        c, public = d['commit'], d['commit']['public']
        need(len(set(public)) == len(public) and not AUDITORS & set(public), 'a file is named twice, or is for auditors only')
        need(set(files) <= FILES, 'a file with another name'); need(c['pool']['salted'] or 'salts.csv' not in files, 'salts of an unsalted pool')
        need(c['mode'] == 'open' or not set(files) <= {'commit.json', 'log.json'}, 'sealed: nothing else is public yet', Absent)
        need(set(public) <= set(files), 'missing: ' + ' '.join(sorted(set(public) - set(files))))
    def sources():
        check_sources(d['commit']); announced = d['commit']['sources']
        try: lines = json.loads(f['seed.json'])['lines']; shaped(lines, ['[^\n]*'], 'lines')
        except (ValueError, LookupError, TypeError, RecursionError, Bad): raise Absent('seed.json cannot be read')
        need(len(lines) == len(announced), 'not one line for each source')
        for s, line in zip(announced, lines): check_line(d['commit'], H, s, line)
        need(all(s['kind'] != 'drand' for s in announced), 'the signature of drand is not checked here', Absent)
    def seed():
        s = canonical(f['seed.json'], {'lines': ['[^\n]*'], 'seed': HASH}, 'seed')
        need(s['seed'] == H('mc-draw/1 seed\n', d['C'], '\n', *(line + '\n' for line in s['lines'])), 'S does not follow')
        d['key'] = {p: H(f'mc-draw/1 key|{p}|{s["seed"]}')[:32] for p in ('sample', 'assign')}
    def pool_root():
        pool, suite = d['commit']['pool'], d['commit']['suite']; text = f['pool.csv'] if 'pool.csv' in files or pool['root'] != H(b'') else b''
        try: d['pool'] = csv(text, ID, CODE, CODE, 'X?', '1000|[1-9][0-9]{0,2}')
        except Bad as error: d['pool trouble'] = str(error)
        salts = csv(f['salts.csv'], ID, SALT) if pool['salted'] else [[r[0], ''] for r in d['pool']]
        need([r[0] for r in salts] == [r[0] for r in d['pool']], 'the salts are of other ids')
        leaves = [digest(suite, b'\0' + bytes.fromhex(salt) + line) for (_, salt), line in zip(salts, text.split(b'\n'))]
        need(tree_root(suite, leaves).hex() == pool['root'], 'another root than the committed one')
    def pool_sorted(): need('pool trouble' not in d, d.get('pool trouble')); d['pool']
    def pool_count():
        have = {s['code']: {'eligible': 0, 'excluded': 0} for s in d['rules']['strata']}
        for _, h, _, x, _ in d['pool']: need(h in have, f'stratum {h} is not in the rules'); have[h]['excluded' if x else 'eligible'] += 1
        need((len(d['pool']), have) == (d['commit']['pool']['count'], d['commit']['pool']['strata']), 'other counts than the committed ones')
    def exclusions_match():
        need([r[0] for r in csv(bound('exclusions.csv'), ID, CODE)] == [r[0] for r in d['pool'] if r[3]], 'not exactly the entries flagged X')
    def selection():
        d['selected'], d['chosen'], d['reserves'], d['bounds'] = select(d['rules'], lambda i: H(d['key']['sample'], ':', i), d['pool'])
        need(f['selected.csv'] == d['selected'], 'not what section 6 gives')
    def salted(*names):
        salts = canonical(f['filesalts.json'], {'conflicts': SALT, 'inspectors': SALT}, 'filesalts')
        for n in names: d[n] = bound(n + '.csv', bytes.fromhex(salts[n]))
    def assignment():
        people = csv(d['inspectors'], ID, CODE, f'(?:{CODE}(?:;{CODE})*)?', '0|[1-9][0-9]{0,4}|100000')
        need(all(r[2].split(';') == sorted(set(r[2].split(';'))) for r in people), 'certificates out of order or twice'); key = d['key']['assign']
        P = lambda visit, i: H(H(key, ':', visit)[:32] if visit else key, ':', i)
        d['teams'] = teams = Teams(d['rules'], P, people, csv(d['conflicts'], ID, ID, key=2), d['chosen'])
        need(f['visits.csv'] == teams.visits, 'visits.csv is not what section 7 gives')
        need(f['assignment.csv'] == teams.assign(d['rules']['assignment']['balance']), 'assignment.csv is not what section 7 gives')
    commit, pool = ['commit-canonical'], ['pool-root', 'pool-sorted-unique']
    for name, rests, run in zip(CHECKS, [
            [], [], commit + ['rules-canonical'], commit, commit, commit, commit + ['sources'], pool[:1], [], pool + ['rules-hash'], commit,
            pool + ['exclusions-hash'], pool + ['rules-hash', 'seed', 'pool-count'], commit, commit, commit,
            ['selection', 'inspectors-hash', 'conflicts-hash'], ['assignment'], commit], [
            rules_canonical, commit_canonical, rules_hash, lambda: csv(bound('labels.csv'), ID, TEXT), public_files, sources, seed, pool_sorted,
            lambda: None, pool_count, lambda: bound('exclusions.csv'), exclusions_match, selection, lambda: salted('inspectors', 'conflicts'),
            lambda: salted('inspectors'), lambda: salted('conflicts'), assignment, lambda: amend(d, H, files.get('amendments.jsonl', b'')),
            lambda: check_log(canonical(f['log.json'], LOG, 'log'), d['C'], d['commit'])]):
        if name == 'pool-sorted-unique': check('pool-root', commit, pool_root)
        if name != 'pool-root': check(name, rests, run)
    states = {report[name][0] for name in CHECKS}; verdict = 'failed' if 'failed' in states else 'complete' if states == {'passed'} else 'partial'
    return {'verdict': verdict, 'checks': [{'name': n, 'status': report[n][0], 'detail': report[n][1]} for n in CHECKS]}
def read_bundle(path):
    files, left, folder = {}, MAX_BYTES, os.path.isdir(path)
    with contextlib.ExitStack() as stack:
        archive = None if folder else stack.enter_context(zipfile.ZipFile(path))
        for item in os.scandir(path) if folder else archive.infolist():
            name, size = (item.name, item.stat().st_size) if folder else (item.filename, item.file_size)
            plain = item.is_file(follow_symlinks=False) if folder else not (
                item.is_dir() or stat.S_ISLNK(item.external_attr >> 16) or item.compress_type not in (0, 8) or item.flag_bits & 1)
            need(plain and name not in files, f'{name}: twice, a folder, a link, encrypted or packed otherwise', Unreadable)
            with open(item.path, 'rb') if folder else archive.open(item) as file: files[name] = file.read(min(size, left) + 1)
            left -= len(files[name]); need(left >= 0 and len(files[name]) == size, 'limit: too many bytes', Unreadable)
    need('commit.json' in files, 'commit.json is missing', Unreadable); return files
def main(args):
    if args == ['--batch']:
        for line in sys.stdin:
            files = {n: base64.b64decode(b) for n, b in json.loads(line)['files'].items()}
            print(json.dumps([c['status'] for c in verify(files)['checks']]), flush=True)
        return 0
    paths = [a for a in args if a != '--json']
    if len(paths) != 1 or paths[0][:2] == '--': return print(__doc__, file=sys.stderr) or 2
    try: report = verify(read_bundle(paths[0]))
    except (Unreadable, OSError, zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, ValueError) as error:
        report = {'verdict': 'unreadable', 'detail': str(error), 'checks': []}
    if '--json' in args: print(json.dumps(report, ensure_ascii=False))
    else:
        for c in report['checks']: print(f'{c["name"]:20}{c["status"]:13}{c["detail"]}')
        print('verdict:', report['verdict'], report.get('detail', ''))
    return {'failed': 1, 'unreadable': 2}.get(report['verdict'], 0)
if __name__ == '__main__': sys.exit(main(sys.argv[1:]))
