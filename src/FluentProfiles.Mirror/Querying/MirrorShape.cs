using FluentProfiles.Mirror.Querying.Sql;
using FluentProfiles.Mirror.Storing.Commands;
using FluentProfiles.Sources;
using Microsoft.EntityFrameworkCore;

namespace FluentProfiles.Mirror.Querying;

/// <summary>The tables and the dialect of a database, by the model of a context. Looking at it reads nothing.</summary>
/// <param name="context">A context of the database.</param>
internal sealed class MirrorShape(DbContext context)
{
    private readonly QueryColumns columns = new(MirrorTables.Of(context));
    private readonly SqlDialect dialect = context.Database.IsNpgsql() ? new PostgreSqlDialect() : new SqliteDialect();

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
