using System.Data.Common;
using System.Globalization;

namespace FluentProfiles.Mirror.Storing.Commands;

/// <summary>Settings of a SQLite connection that a session changes, before its transaction: they can't be changed within one. The
/// connection goes back to a pool, which may be the application's, with the settings that it had.</summary>
internal sealed class ChangedPragmas(MirrorSession session)
{
    private const string SecureDelete = "secure_delete";

    // As numbers, which is how SQLite reports them.
    private const long On = 1;
    private const long Fast = 2;
    private const long Full = 2;

    private readonly List<string> restoring = [];

    /// <summary>Lets SQLite overwrite what is deleted.</summary>
    public Task OverwriteDeletedAsync(CancellationToken cancellationToken) =>
        ChangeAsync(SecureDelete, On, before => before == On, cancellationToken);

    /// <summary>Lets commits wait for the disk.</summary>
    public Task WaitForDiskAsync(CancellationToken cancellationToken) =>
        ChangeAsync("synchronous", Full, before => before >= Full, cancellationToken);

    /// <summary>Sets what was changed to what it was.</summary>
    public async Task RestoreAsync()
    {
        try
        {
            foreach (var pragma in restoring)
                await session.RunAsync(pragma, CancellationToken.None).ConfigureAwait(false);
        }
        catch (DbException)
        {
            // What was written stays written, and a connection that keeps the settings is only slower.
        }
        restoring.Clear();
    }

    private async Task ChangeAsync(
        string name,
        long value,
        Func<long, bool> isEnough,
        CancellationToken cancellationToken
    )
    {
        var before = (long)(await session.RunAsync($"PRAGMA {name}", cancellationToken).ConfigureAwait(false))!;
        if (isEnough(before))
            return;
        restoring.Add(Setting(name, before));
        await session.RunAsync(Setting(name, value), cancellationToken).ConfigureAwait(false);
    }

    private static string Setting(string name, long value) =>
        name == SecureDelete && value == Fast
            ? $"PRAGMA {name} = FAST"
            : string.Create(CultureInfo.InvariantCulture, $"PRAGMA {name} = {value}");
}
