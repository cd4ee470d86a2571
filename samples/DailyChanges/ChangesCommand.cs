using System.CommandLine;
using FluentProfiles;
using FluentProfiles.Emulator;
using Samples;

namespace DailyChanges;

internal static class ChangesCommand
{
    public static RootCommand Create()
    {
        var file = FileArgument.Create("The file that keeps the snapshot of the last run.", "profiles.snapshot");
        RootCommand command = new("Reports which profiles are new, gone or changed since the last run.") { file };
        command.SetAction((arguments, ct) => RunAsync(arguments.GetRequiredValue(file), ct));
        return command;
    }

    private static async Task<int> RunAsync(string path, CancellationToken cancellationToken)
    {
        using var service = Service.Start();
        Console.WriteLine($"The service: {service.Description}");
        try
        {
            await CompareAsync(service.Client, path, cancellationToken);
            if (service.Emulator is { } emulator)
                await PassADayAsync(emulator, service.Client, path, cancellationToken);
            return 0;
        }
        catch (OperationCanceledException)
        {
            return 130;
        }
        catch (Exception failure) when (failure is ProfilesException or IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"{failure.GetType().Name}: {failure.Message}");
            return 1;
        }
    }

    /// <summary>An emulator starts with the same profiles each time, so its snapshot is of no use to the next run.</summary>
    private static async Task PassADayAsync(
        ProfileEmulator emulator,
        IProfilesClient client,
        string path,
        CancellationToken cancellationToken
    )
    {
        EmulatedDay.Pass(emulator);
        Console.WriteLine("\nA day later:");
        await CompareAsync(client, path, cancellationToken);
        File.Delete(path);
    }

    private static async Task CompareAsync(IProfilesClient client, string path, CancellationToken cancellationToken)
    {
        var before = await Snapshot.ReadAsync(path);
        var now = await Snapshot.TakeAsync(client.Query(), cancellationToken);
        Console.Write(before is null ? $"{now.Rows.Count} profiles, the first snapshot.\n" : Report.Of(before, now));
        await now.SaveAsync(path);
    }
}
