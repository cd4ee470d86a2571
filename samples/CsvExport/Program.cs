using CsvExport;
using FluentProfiles;
using Samples;

// Every profile to a CSV file. Ctrl+C stops it; the same command goes on where it stopped.
var path = args is [var given] ? given : "profiles.csv";
using var service = Service.Start(delay: TimeSpan.FromMilliseconds(40));
using CancellationTokenSource interrupted = new();
Console.CancelKeyPress += (_, press) =>
{
    press.Cancel = true;
    interrupted.Cancel();
};

Console.WriteLine($"The service: {service.Description}");
Export export = new(service.Client, path);
try
{
    var rows = await ProgressBar.ShowAsync(bar => export.RunAsync(bar, interrupted.Token));
    Console.WriteLine($"{rows} rows written to {path}.");
    return 0;
}
catch (OperationCanceledException)
{
    Console.WriteLine($"Stopped. What was read is in {path}; the same command goes on from there.");
    return 130;
}
catch (ProfilesException failure)
{
    Console.WriteLine($"{failure.Message} The same command goes on from there.");
    return 1;
}
