using MassTransit;
using MassTransit.Testing;
using SceneGen.Tests.Databases;

namespace SceneGen.Persistence.Tests.Infrastructure;

public sealed class SagaOn<TDatabase, TSaga>() : SagaHarness<TSaga>(new TDatabase(), bus => bus.AddSaga<TSaga>())
    where TDatabase : TestDatabase, new()
    where TSaga : class, ISagaVersion
{
    public override ISagaTestHarness<TSaga> Sagas => Bus.GetSagaHarness<TSaga>();
}
