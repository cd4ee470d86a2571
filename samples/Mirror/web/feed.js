import { customer } from './customer.js';
import { ago, byId, h, number, time, titleOf } from './dom.js';

const longest = 30;
const connection = byId('connection');
let freshness = null;
let position = '';

// Follows the changes. A browser that lost the connection sends the id of the last event when it reconnects, so no change is missed.
export function follow(onConnected, onChange) {
    let isNew = true;
    const source = new EventSource(`/api/feed?after=${encodeURIComponent(position)}`);
    source.onopen = () => say('Live', true);
    source.onerror = () => {
        isNew = true;
        say('Reconnecting …', false);
        // After an error status the browser gives up.
        if (source.readyState === EventSource.CLOSED) setTimeout(() => follow(onConnected, onChange), 1000);
    };
    source.addEventListener('freshness', event => {
        position = event.lastEventId;
        freshness = JSON.parse(event.data);
        showAges();
        if (freshness.isReady && isNew) {
            isNew = false;
            onConnected();
        }
    });
    source.addEventListener('change', event => {
        position = event.lastEventId;
        const change = JSON.parse(event.data);
        add(change);
        onChange(change);
    });
}

setInterval(showAges, 1000);

function say(text, isLive) {
    connection.textContent = text;
    connection.classList.toggle('on', isLive);
}

function add(change) {
    byId('quiet').hidden = true;
    const who = change.customer ? titleOf(change.customer) : change.id;
    byId('feed').prepend(h('li', { 'data-kind': change.kind },
        time(change.at),
        h('span', {},
            change.customer
                ? h('button', { type: 'button', className: 'link', onclick: () => customer.open(change.id) }, who)
                : h('b', {}, who),
            h('small', {}, [change.kind, membersOf(change.fields)].filter(text => text).join(': ')))));
    while (byId('feed').children.length > longest) byId('feed').lastChild.remove();
}

// EnforcementActions[0].Type and its like are shown as EnforcementActions. UpdatedAt moves with every other one.
function membersOf(fields) {
    const members = [...new Set(fields.map(field => field.split(/[.[]/)[0]))];
    return (members.length > 1 ? members.filter(member => member !== 'UpdatedAt') : members).join(', ');
}

function showAges() {
    if (!freshness) return;
    byId('loading').hidden = freshness.isReady;
    byId('loaded').textContent = `${number(freshness.rows)} profiles`;
    byId('freshness').hidden = !freshness.isReady;
    if (freshness.isReady) byId('freshness').textContent = `Complete as of ${ago(freshness.asOf)}`;
    const ages = [
        ['Every customer', freshness.asOf && ago(freshness.asOf)],
        ['New customers', freshness.newAsOf && ago(freshness.newAsOf)],
        ['Statuses', freshness.statusesAsOf && ago(freshness.statusesAsOf)],
        ['Stored', `${number(freshness.rows)} profiles`],
        ['Refreshed by', freshness.refresher],
        ['Last attempt', freshness.hasFailed && 'failed'],
    ];
    byId('ages').replaceChildren(...ages.filter(([, value]) => value)
        .map(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', {}, value))));
}
