using FluentProfiles.Tests.Properties.Oracle;

namespace FluentProfiles.Tests.Properties.Steps;

internal sealed record ReverseStep<T>() : Step<T>("Reverse()")
{
    public override ProfileQuery<T> Apply(ProfileQuery<T> query) => query.Reverse();

    public override void Apply(Rows<T> rows) => rows.Reverse();
}
