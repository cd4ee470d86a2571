using FluentProfiles.Execution;
using FluentProfiles.Http;
using FluentProfiles.Model;
using FluentProfiles.Planning.Expressions;
using FluentProfiles.Query;
using FluentProfiles.Query.Operators;

namespace FluentProfiles.Planning;

/// <summary>Makes a plan of a query: the longest prefix that the service can do becomes a request, the rest stays, in the
/// order written, for the client.</summary>
internal static class QueryPlanner
{
    public static QueryPlan Plan(QueryDefinition query, QueryEnvironment environment, bool redact = false)
    {
        var scope = ScopeOf(query.Settings, environment);
        var closed = new ClosedExpressions(environment.Clock);
        var operators = OperatorChain
            .InOrder(query.Operators)
            .Select(step => step.Lambda is { } lambda ? step.With(closed.Evaluate(lambda)) : step);
        var normal = OperatorNormalizer.Normalize(operators);
        var prefix = new ServicePrefix();
        foreach (var step in normal.OverProfile)
            prefix.Add(step);
        foreach (var step in normal.OverItems)
            prefix.AddBehindSelect(step);
        prefix.Complete();
        ThrowIfFilterIsRejected(prefix, scope);
        return Build(query.Settings, prefix, scope, normal.OverItems.Count > 0, redact);
    }

    private static QueryPlan Build(
        QuerySettings settings,
        ServicePrefix prefix,
        RequestScope scope,
        bool selects,
        bool redact
    )
    {
        var size = PageSizing.Of(prefix, settings);
        var listing = new ListRequest(size.Limit, prefix.OrderBy, prefix.Descending, prefix.Statuses);
        return new(listing, scope)
        {
            IsEmpty = prefix.IsEmpty,
            Operators = prefix.OnClient,
            OnClient = [.. prefix.OnClient.Select(step => step.Describe(redact))],
            IgnoresTwoEndedScan = settings.TwoEnded,
            FieldMask = FieldsOf(prefix.OnClient, selects),
            MinRequests = size.MinRequests,
            MaxRequests = size.MaxRequests,
        };
    }

    private static RequestScope ScopeOf(QuerySettings settings, QueryEnvironment environment)
    {
        settings.Betas.ThrowIfConflicting();
        return new(environment.Betas.JoinedBy(settings.Betas), settings.Workspace ?? environment.Workspace);
    }

    private static void ThrowIfFilterIsRejected(ServicePrefix prefix, RequestScope scope)
    {
        var status = ProfileSchema.EnforcementStatus;
        if (prefix.Statuses is not null && !status.Facts!.IsServedBy(scope.Betas.Revision))
            throw new ProfilesConfigurationException(
                $"The query filters by {status.Property.Name}, which the shape of the beta in force ({scope.Betas.Header}) rejects. "
                    + "Drop the user-profiles beta, or the filter."
            );
    }

    /// <summary>What the client reads of a profile. A run always wants the id and the time of creation, to say where it
    /// stands.</summary>
    private static FieldMask FieldsOf(IReadOnlyList<QueryOperator> operators, bool selects)
    {
        var fields = ProfileSchema.Id.Mask | ProfileSchema.CreatedAt.Mask;
        foreach (var step in operators)
        {
            if (step is ClientWhereOperator<UserProfile>)
                return FieldMask.All;
            if (step.Lambda is { } lambda && lambda.Parameters[0].Type == typeof(UserProfile))
                fields |= FieldCollector.Collect(lambda);
        }
        return selects ? fields : FieldMask.All;
    }
}
