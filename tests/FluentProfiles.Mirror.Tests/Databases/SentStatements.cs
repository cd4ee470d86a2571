using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;
using SQLitePCL;

namespace FluentProfiles.Mirror.Tests.Databases;

/// <summary>Notes the statements that a database runs, whoever sends them: EF Core sees only its own.</summary>
public sealed partial class SentStatements : DbConnectionInterceptor, IDisposable
{
    private static readonly string[] Noted = ["SELECT", "INSERT", "UPDATE", "DELETE", "VACUUM"];

    private readonly ConcurrentQueue<string> texts = [];
    private readonly strdelegate_trace note;
    private readonly ActivityListener npgsql;

    /// <param name="database">The database.</param>
    public SentStatements(TestDatabase database)
    {
        note = (_, text) => Note(text);
        var name =
            database.Kind == DatabaseKind.Postgres
                ? new NpgsqlConnectionStringBuilder(database.Connection).Database
                : null;
        npgsql = new()
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                if (name is not null && Equals(activity.GetTagItem("db.namespace"), name))
                    Note(activity.GetTagItem("db.query.text") as string);
            },
        };
        ActivitySource.AddActivityListener(npgsql);
        database.Sent = this;
    }

    /// <summary>The statements so far that read or write rows.</summary>
    public IReadOnlyList<string> Texts => [.. texts];

    /// <summary>Those that write rows of profiles or their metadata.</summary>
    public IEnumerable<string> ProfileWrites => texts.Where(text => WritesProfiles().IsMatch(text));

    /// <summary>How many statements that begin with a text each writing transaction of a mirror had, where it had any. It begins with
    /// the row of its scope.</summary>
    public IReadOnlyList<int> InTransactions(string beginning)
    {
        List<int> counts = [0];
        foreach (var text in texts)
        {
            if (text.StartsWith("SELECT", StringComparison.Ordinal) && text.Contains("\"MirrorScope\""))
                counts.Add(0);
            else if (text.StartsWith(beginning, StringComparison.Ordinal))
                counts[^1]++;
        }
        return [.. counts.Where(count => count > 0)];
    }

    public void Clear() => texts.Clear();

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        if (connection is SqliteConnection { Handle: { } handle })
            raw.sqlite3_trace(handle, note, null);
    }

    public override Task ConnectionOpenedAsync(
        DbConnection connection,
        ConnectionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        ConnectionOpened(connection, eventData);
        return Task.CompletedTask;
    }

    public void Dispose() => npgsql.Dispose();

    [GeneratedRegex($"^(INSERT INTO|UPDATE|DELETE FROM) \"({nameof(MirroredProfile)}|{nameof(MirroredMetadata)})")]
    private static partial Regex WritesProfiles();

    private void Note(string? text)
    {
        if (text is not null && Noted.Any(verb => text.StartsWith(verb, StringComparison.Ordinal)))
            texts.Enqueue(text);
    }
}
