using Probe.Wire;

namespace Probe.Checks;

/// <param name="age">How old the cursor is when it is used.</param>
/// <param name="time">The clock.</param>
internal sealed class CursorLives(TimeSpan age, TimeProvider time) : Assumption
{
    public override string Name => "cursor-lives";

    public override string Description =>
        "A cursor stays valid while an application works on a page, or stops and resumes.";

    public override int MostRequests => 2;

    public override async Task<Finding> CheckAsync(ServiceWire wire, CancellationToken cancellationToken)
    {
        const string query = $"limit=4&{Listings.NewestFirst}";
        var first = await wire.PageAsync(query, cancellationToken);
        var cursor = Listings.CursorOf(first);
        await Task.Delay(age, time, cancellationToken);
        var reply = await wire.GetAsync(Listings.Resource(query, cursor), cancellationToken);
        var detail = $"after {age.TotalSeconds:0} s";
        return reply.Status == 400
            ? Finding.Violated($"{detail} it was answered {reply.Summary}")
            : Finding.Of(reply.Page().Profiles.Count > 0, detail);
    }
}
