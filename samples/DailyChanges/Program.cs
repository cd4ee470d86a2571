using DailyChanges;
using FluentProfiles;
using Samples;

// What is new, gone or changed since the last run, whose picture of the profiles is kept in a file.
var path = args is [var given] ? given : "profiles.snapshot";
using var service = Service.Start();
Console.WriteLine($"The service: {service.Description}");

try
{
    await RunAsync();
    if (service.Emulator is { } emulator)
    {
        // An emulator starts afresh each time: let a day pass in it.
        EmulatedDay.Pass(emulator);
        Console.WriteLine("\nA day later:");
        await RunAsync();
        File.Delete(path);
    }
    return 0;
}
catch (ProfilesException failure)
{
    Console.WriteLine($"{failure.GetType().Name}: {failure.Message}");
    return 1;
}

async Task RunAsync()
{
    var before = await Snapshot.ReadAsync(path);
    var now = await Snapshot.TakeAsync(service.Client.Query());
    Console.Write(before is null ? $"{now.Rows.Count} profiles, the first picture.\n" : Report.Of(before, now));
    await now.SaveAsync(path);
}
