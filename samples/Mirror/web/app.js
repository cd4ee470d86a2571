import { act, customer } from './customer.js';
import { byId } from './dom.js';
import { follow } from './feed.js';
import { list } from './list.js';

// Changes come in bursts. One reading shows all of a burst.
const pause = 150;
const changed = new Set();
let timer = null;

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
    const pick = values => values[Math.floor(Math.random() * values.length)];
    const id = pick(list.ids);
    if (id) act(id, pick(['restrict', 'lift', 'rename']), `Renamed at ${new Date().toLocaleTimeString()}`);
});

follow(
    (freshness, before) => {
        if (freshness.isReady && !before?.isReady) start();
    },
    change => {
        changed.add(change.id);
        customer.update(change);
        reload();
    },
);
