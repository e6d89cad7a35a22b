using MassTransit;
using MassTransit.Testing;
using SceneGen.Tests.Databases;

namespace SceneGen.Persistence.Tests.Infrastructure;

public sealed class MachineOn<TDatabase, TMachine, TSaga>()
    : SagaHarness<TSaga>(new TDatabase(), bus => bus.AddSagaStateMachine<TMachine, TSaga>())
    where TDatabase : TestDatabase, new()
    where TMachine : class, SagaStateMachine<TSaga>
    where TSaga : class, SagaStateMachineInstance, ISagaVersion
{
    public override ISagaTestHarness<TSaga> Sagas => Bus.GetSagaStateMachineHarness<TMachine, TSaga>();
}
