using System.Linq.Expressions;
using FluentProfiles.Tests.Properties.Data;

namespace FluentProfiles.Tests.Properties.Oracle;

/// <summary>The profiles of a case as the service shows them in one revision. Remembers what it has worked out: the same
/// conditions are asked again for other orders of ties.</summary>
/// <param name="data">What the service holds.</param>
/// <param name="revision">The shape.</param>
/// <param name="looksUp">Whether the plan says that profiles are looked up by id, which reports the fields that a list
/// leaves out.</param>
internal sealed class ServedProfiles(DataSet data, ApiRevision revision, bool looksUp)
{
    private readonly Dictionary<(UserProfile, bool), UserProfile> views = [];
    private readonly Dictionary<(LambdaExpression, object?), object?> values = [];

    public IEnumerable<UserProfile> Profiles => data.Profiles;

    public ApiRevision Revision => revision;

    public UserProfile Listed(UserProfile profile) => View(profile, looksUp);

    public UserProfile Whole(UserProfile profile) => View(profile, whole: true);

    public object? Value(LambdaExpression lambda, object? item)
    {
        if (!values.TryGetValue((lambda, item), out var value))
            values.Add((lambda, item), value = QueryNullRule.ValueOf(lambda, item));
        return value;
    }

    private UserProfile View(UserProfile profile, bool whole)
    {
        if (!views.TryGetValue((profile, whole), out var view))
            views.Add((profile, whole), view = ServedProfile.As(profile, revision, whole));
        return view;
    }
}
