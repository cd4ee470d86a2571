using FluentProfiles.Tests.Properties.Items;
using FluentProfiles.Tests.Properties.Oracle;

namespace FluentProfiles.Tests.Properties.Steps;

internal sealed record OrderStep<T>(Key<T> By, bool Descending)
    : Step<T>($"{(Descending ? "OrderByDescending" : "OrderBy")}({By.Text})")
{
    public override ProfileQuery<T> Apply(ProfileQuery<T> query) => By.Order(query, Descending);

    public override void Apply(Rows<T> rows) => By.Order(rows, Descending);
}
