using System.Globalization;
using FluentProfiles;
using FluentProfiles.Tests.KilledConsumer;

if (args is [var service, Customers.Command, var customers])
{
    using var own = new ProfilesClient(new() { BaseUrl = service, ApiKey = "key-of-a-test" });
    var report = await Customers.SyncAsync(own, int.Parse(customers, CultureInfo.InvariantCulture));
    return report.Failed > 0 ? 2 : 0;
}

// Reads a listing page by page, and writes each page's ids with its token. Killed at any moment and started anew, it goes on.
// Arguments: the address, the journal, the name of the query.
var (address, path, name) = (args[0], args[1], args[2]);
using var journal = new Journal(path);
if (journal.IsComplete)
    return 0;
using var client = new ProfilesClient(new() { BaseUrl = address, ApiKey = "key-of-a-test" });
await foreach (var page in Queries.ByName[name](client.Query()).ResumeFrom(journal.Token).AsPages())
    journal.Save(page.Items, page.ResumeToken);
return 0;
