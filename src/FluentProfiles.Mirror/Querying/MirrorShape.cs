using FluentProfiles.Mirror.Contexts;
using FluentProfiles.Mirror.Querying.Sql;
using FluentProfiles.Mirror.Storing.Commands;
using FluentProfiles.Mirror.Storing.Rows;
using FluentProfiles.Sources;
using Microsoft.EntityFrameworkCore;

namespace FluentProfiles.Mirror.Querying;

/// <summary>What queries need to know of a database before they read it.</summary>
internal sealed class MirrorShape
{
    private readonly QueryColumns columns;
    private readonly SqlDialect dialect;

    /// <param name="context">A context of the database.</param>
    /// <param name="members">What is stored.</param>
    public MirrorShape(DbContext context, StoredMembers members)
    {
        columns = new(MirrorTables.Of(context));
        dialect = context.Database.IsNpgsql() ? new PostgreSqlDialect() : new SqliteDialect();
        Members = new(members);
        Capabilities = new(columns, Members);
    }

    /// <summary>Looks at the model of a context. Making one reads nothing.</summary>
    public static MirrorShape Of(MirrorContexts contexts, StoredMembers members)
    {
        using var context = contexts.CreateAsync(default).GetAwaiter().GetResult();
        return new(context, members);
    }

    public MirrorCapabilities Capabilities { get; }

    public MemberCheck Members { get; }

    /// <summary>The queries of a listing.</summary>
    /// <param name="request">What is listed.</param>
    /// <param name="scope">The number of the scope.</param>
    public ListingSql ListingOf(ListRequest request, int scope)
    {
        var conditions = SimplerConditions.Of(request.Conditions.Exact.Concat(request.Conditions.Rough));
        return new ListingSource(columns, dialect, scope, conditions).SortedBy(
            request.Order.SortedBy.Name,
            request.Order.Descending
        );
    }
}
