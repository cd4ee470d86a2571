using Export;
using FluentProfiles;
using FluentProfiles.Emulator;

// With a path: the export, from the service that the environment names. Without: a check against an emulator.
if (args is [var given])
{
    using ProfilesClient profiles = new();
    using CancellationTokenSource stop = new();
    Console.CancelKeyPress += (_, pressed) =>
    {
        pressed.Cancel = true;
        stop.Cancel();
    };
    try
    {
        await new CustomerExport(profiles, given).RunAsync(stop.Token);
        Console.WriteLine($"Complete: {given}");
        return 0;
    }
    catch (OperationCanceledException)
    {
        Console.WriteLine("Stopped. The same command continues.");
        return 2;
    }
    catch (ProfilesException failure)
    {
        Console.Error.WriteLine($"{failure.Message} The same command continues.");
        return 1;
    }
}

await using var service = await ProfileEmulator.StartAsync(new() { Count = 5_000 });
using ProfilesClient client = new(
    new()
    {
        BaseUrl = service.BaseUrl,
        ApiKey = "any-key",
        MaxRetries = 0,
    }
);
var folder = Directory.CreateTempSubdirectory();
var path = Path.Combine(folder.FullName, "customers.csv");
CustomerExport export = new(client, path);

// Every second request fails, and half a row is left behind as if the process had been killed.
service.Intercept = _ =>
    service.Requests.Count % 2 == 0 ? EmulatorResponse.Error(529, "overloaded_error", "Busy") : null;
var runs = 0;
while (true)
{
    runs++;
    try
    {
        await export.RunAsync(CancellationToken.None);
        break;
    }
    catch (ProfilesOverloadedException)
    {
        await File.AppendAllTextAsync(path, "uprof_half,\"a na");
    }
}

var ids = (await File.ReadAllLinesAsync(path)).Select(line => line.Split(',')[0]);
var expected = service.Profiles.Where(p => p.EnforcementStatus != EnforcementStatus.Unrestricted).Select(p => p.Id);
var files = folder.GetFiles().Length;
folder.Delete(recursive: true);
Console.WriteLine(
    $"export: {(ids.SequenceEqual(expected) ? "each customer once" : "WRONG")}, {(runs > 2 ? "resumed" : "NOT RESUMED")}, {files} file"
);
return 0;
