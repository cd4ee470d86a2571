namespace FluentProfiles.Mirror.Tests.Databases;

public sealed class CustomerOrder
{
    public int Id { get; set; }

    public string Customer { get; set; } = "";
}
