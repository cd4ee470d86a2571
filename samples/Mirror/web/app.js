import { act, customer } from './customer.js';
import { byId, isStopped, pick } from './dom.js';
import { follow } from './feed.js';
import { list } from './list.js';

// Changes come in bursts. One reading shows all of a burst.
const pause = 150;
const changed = new Set();
let timer = null;

const names = ['Ada Lovelace', 'Grace Hopper', 'Edsger Dijkstra', 'Barbara Liskov', 'Alan Turing', 'Katherine Johnson', 'Hedy Lamarr'];

function reload() {
    timer ??= setTimeout(() => {
        timer = null;
        const lit = new Set(changed);
        changed.clear();
        list.load(lit);
        list.overview();
    }, pause);
}

async function start() {
    if (await list.overview()) {
        customer.allowActs();
        document.querySelector('.emulated').hidden = false;
    }
    await list.load();
}

byId('door').addEventListener('submit', event => {
    event.preventDefault();
    customer.arrive(byId('reference').value.trim(), byId('name').value.trim());
});

byId('anything').addEventListener('click', () => {
    const { id, status } = pick(list.items) ?? {};
    if (id) act(id, isStopped(status) ? 'lift' : pick(['restrict', 'rename']), pick(names));
});

follow(start, change => {
    changed.add(change.id);
    customer.update(change);
    reload();
});
