using System.CommandLine;
using System.Globalization;
using FluentProfiles;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Mirror.Serving;
using Samples;

namespace Mirror;

internal static class DirectoryCommand
{
    private const string Plan = "enterprise";

    public static RootCommand Create()
    {
        var file = FileArgument.Create("The SQLite file of the mirror and the purchases.", "directory.db");
        RootCommand command = new(
            "Mirrors every profile into a database, and queries it. Ctrl+C stops the load; the same command resumes."
        )
        {
            file,
            ServeCommand.Create(),
        };
        command.SetAction((arguments, ct) => RunAsync(arguments.GetRequiredValue(file), ct));
        return command;
    }

    private static async Task<int> RunAsync(string path, CancellationToken cancellationToken)
    {
        using var service = Service.Start(delay: TimeSpan.FromMilliseconds(20));
        Console.WriteLine($"The service: {service.Description}");
        try
        {
            await RunAsync(service, path, cancellationToken);
            return 0;
        }
        catch (OperationCanceledException)
        {
            Console.WriteLine("Stopped. The same command resumes.");
            return 130;
        }
        catch (ProfilesException failure)
        {
            await Console.Error.WriteLineAsync($"{failure.GetType().Name}: {failure.Message}");
            return 1;
        }
    }

    private static async Task RunAsync(Service service, string path, CancellationToken cancellationToken)
    {
        PooledDbContextFactory<DirectoryContext> contexts = new(DirectoryContext.OptionsOf(path));
        await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
            await db.Database.MigrateAsync(cancellationToken);

        // An emulator has no rate limit; the service gets the two requests per second of the default.
        ProfileMirrorOptions options = new();
        if (service.Emulator is not null)
            options.MaxRequestsPerSecond = null;
        await using var mirror = await ProfileMirror.OpenAsync(service.Client, contexts, options, cancellationToken);
        await RefreshAsync(mirror, cancellationToken);
        await Purchases.AddAsync(mirror, contexts, cancellationToken);

        var requests = service.Emulator?.Requests.Count;
        await ShowAsync(new(mirror, contexts), cancellationToken);
        if (service.Emulator is { } emulator)
            Line($"Requests for these answers: {emulator.Requests.Count - requests}");
    }

    private static async Task RefreshAsync(ProfileMirror mirror, CancellationToken cancellationToken)
    {
        var status = await mirror.GetStatusAsync(cancellationToken);
        var pass = await LoadProgress.ShowAsync(
            status.Rows,
            progress => mirror.RefreshAsync(progress, cancellationToken)
        );
        Line(
            $"{pass.Read:N0} profiles read with {pass.Requests:N0} requests: {pass.Added:N0} added, {pass.Changed:N0} changed, {pass.Removed:N0} removed"
        );
    }

    private static async Task ShowAsync(CustomerDirectory directory, CancellationToken cancellationToken)
    {
        var newest = await directory.NewestAsync(Plan, 3, cancellationToken);
        Line(
            $"\nCustomers with the plan {Plan}: {await directory.CountAsync(Plan, cancellationToken):N0}, the newest:"
        );
        foreach (var profile in newest)
            Line($"  {profile.Id} {profile.Name ?? "(no name)"}");

        foreach (var reference in newest.Select(profile => profile.ExternalUserDetails.ReferenceId).OfType<string>())
        {
            var found = await directory.FindAsync(reference, cancellationToken);
            Line($"By reference: {reference} is {found?.Id}, {found?.EnforcementStatus}");
        }

        Line($"\nStopped customers who have bought most:");
        foreach (var customer in await directory.StoppedAsync(5, cancellationToken))
            Line(
                $"  {customer.Reference} ({customer.Status}): {customer.Purchases} purchases, {customer.Cents / 100m:N2}"
            );
        Line($"");
    }

    private static void Line(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
