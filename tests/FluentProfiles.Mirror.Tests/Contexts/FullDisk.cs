using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace FluentProfiles.Mirror.Tests.Contexts;

/// <summary>Lets a SQLite file grow by a few pages only.</summary>
internal sealed class FullDisk : DbConnectionInterceptor
{
    public override async Task ConnectionOpenedAsync(
        DbConnection connection,
        ConnectionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA max_page_count = 40";
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
