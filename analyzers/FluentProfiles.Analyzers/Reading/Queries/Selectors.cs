namespace FluentProfiles.Analyzers.Reading;

/// <summary>Follows a query's Selects as the planner does, and notes on each step what its lambdas are given.</summary>
internal sealed class Selectors
{
    private Selected? item = Selected.Profile;
    private QueryStep? select;
    private QueryStep? opaque;

    public static void Follow(IEnumerable<QueryStep> steps)
    {
        var selectors = new Selectors();
        foreach (var step in steps)
            selectors.Pass(step);
    }

    private void Pass(QueryStep step)
    {
        step.StandsBehind = opaque;
        step.OpaqueSelect = item is null ? select : null;
        foreach (var lambda in step.Lambdas)
            lambda.Item = opaque is null ? item : null;
        if (step.Name == "WhereOnClient")
            opaque ??= item is { IsProfile: true } or { IsUnknown: true } ? null : step;
        else if (step.Kind != StepKind.Setting && step.Lambdas.Count > 0)
            PassLambda(step, step.Lambdas[0]);
        else if (step.Name == "Select")
            item = item is null ? null : Selected.Unknown;
    }

    private void PassLambda(QueryStep step, QueryLambda lambda)
    {
        if (item is null)
            opaque ??= select;
        else if (step.Name == "Select")
            (item, select) = (lambda.Body is { } body ? lambda.PartOf(body) : null, step);
    }
}
